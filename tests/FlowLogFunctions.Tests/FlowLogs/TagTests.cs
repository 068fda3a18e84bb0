using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Tests.FlowLogs;

public sealed class TagTests
{
    [Theory]
    [InlineData("team")]
    [InlineData("环境")]
    [InlineData("my-aliyun")]
    [InlineData("a:b/c d")]
    public void TextWithinTheRules_IsTaken(string text)
    {
        Assert.Null(Tag.KeyComplaint(text));
        Assert.Null(Tag.ValueComplaint(text));
    }

    [Theory]
    [InlineData("aliyun")]
    [InlineData("aliyunTeam")]
    [InlineData("acs:rm")]
    [InlineData("x http://y")]
    [InlineData("xhttps://y")]
    public void TextAgainstTheRules_IsRefused(string text)
    {
        Assert.NotNull(Tag.KeyComplaint(text));
        Assert.NotNull(Tag.ValueComplaint(text));
    }

    [Fact]
    public void Lengths_AreAlibabaClouds()
    {
        var longest = string.Concat(Enumerable.Repeat("𠮷", 128));

        Assert.NotNull(Tag.KeyComplaint(""));
        Assert.Null(Tag.ValueComplaint(""));
        Assert.Null(Tag.KeyComplaint(longest));
        Assert.Null(Tag.ValueComplaint(longest));
        Assert.NotNull(Tag.KeyComplaint(longest + "x"));
        Assert.NotNull(Tag.ValueComplaint(longest + "x"));
    }

    [Theory]
    [InlineData("a:b", "c", "a:b", true)]
    [InlineData("a:b", "c", "a:b:c", true)]
    [InlineData("a", "b:c", "a:b:c", true)]
    [InlineData("a", "b", "a:b", true)]
    [InlineData("a", "b", "a", true)]
    [InlineData("a", "b", "a:c", false)]
    [InlineData("a", "", "a:", true)]
    [InlineData("A", "b", "a", false)]
    public void Filter_IsKeyOrKeyAndValue(string key, string value, string filter, bool fits) => Assert.Equal(fits, new Tag(key, value).Fits(filter));
}
