using System.Text.RegularExpressions;
using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Tests.Permissions;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("log:Get*", "log:GetLogStoreLogs", true)]
    [InlineData("log:Get*", "log:ListProject", false)]
    [InlineData("*a*b", "xaxaxb", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a.c", "abc", false)]
    public void Pattern_Matches(string pattern, string text, bool expected) => Assert.Equal(expected, Wildcard.Matches(pattern, text));

    [Fact]
    public void Case_CountsUnlessItIsIgnored()
    {
        Assert.False(Wildcard.Matches("VPC:create*", "vpc:CreateVpc"));
        Assert.True(Wildcard.Matches("VPC:create*", "vpc:CreateVpc", ignoreCase: true));
    }

    [Fact]
    public void RandomPatterns_MatchAsTheSameRegularExpressionDoes()
    {
        var random = new Random(20261129);
        string Text(string letters, int most) => new([.. Enumerable.Range(0, random.Next(most)).Select(_ => letters[random.Next(letters.Length)])]);
        for (var round = 0; round < 5000; round++)
        {
            var (pattern, text) = (Text("ab*?", 8), Text("ab", 10));
            var regex = "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + @"\z";
            Assert.True(Regex.IsMatch(text, regex) == Wildcard.Matches(pattern, text), $"{pattern} on {text}");
        }
    }

    [Fact]
    public void PatternThatWouldExplode_Ends() =>
        Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("*a", 1000)) + "b", new string('a', 5000)));
}
