using System.Text;
using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Tests.FlowLogs;

public sealed class FlowLogTextsTests
{
    private static readonly int[] Firsts = ['a', 'z', 'A', 'Z', 0x3400, 0x4E00, 0x9FFF, 0xF900, 0x20000, 0x2A6DF, 0x2A700, 0x2EBF0, 0x2F800, 0x30000, 0x323AF];
    private static readonly int[] Others = ['0', '9', '-', '_', .. Firsts];

    /// <summary>Neighbours of what is allowed, and what looks like it: full width, Cyrillic, kana, Hangul, marks of direction, emoji.</summary>
    private static readonly int[] Never =
        [' ', '.', ':', '/', '@', '[', '`', '{', 0x00E9, 0x0430, 0x0661, 0x3041, 0x30A2, 0x33FF, 0x4DC0, 0xA000, 0xAC00, 0xFF21, 0xFF11, 0x200F, 0x202E, 0x1F600, 0x2A6E0, 0x33480];

    [Theory]
    [InlineData("ab")]
    [InlineData("a1")]
    [InlineData("http-log")]
    [InlineData("流日志")]
    [InlineData("流-1_x")]
    [InlineData("𠀀𠮷")]
    [InlineData("豈豈")]
    public void NameWithinTheRules_IsTaken(string name) => Assert.Null(FlowLogTexts.NameComplaint(name));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("𠮷")]
    [InlineData("1a")]
    [InlineData("-a")]
    [InlineData("_a")]
    [InlineData("http://a")]
    [InlineData("https://a")]
    [InlineData("a b")]
    [InlineData("ab.c")]
    [InlineData("ab|c")]
    [InlineData("ab\u200F")]
    public void NameAgainstTheRules_IsRefused(string name) => Assert.NotNull(FlowLogTexts.NameComplaint(name));

    [Fact]
    public void Length_IsCountedInCharacters()
    {
        var ideographs = string.Concat(Enumerable.Repeat("𠮷", 128));

        Assert.Null(FlowLogTexts.NameComplaint(ideographs));
        Assert.Null(FlowLogTexts.NameComplaint(new string('a', 128)));
        Assert.NotNull(FlowLogTexts.NameComplaint(ideographs + "a"));
        Assert.NotNull(FlowLogTexts.NameComplaint(new string('a', 129)));
    }

    [Fact]
    public void RandomNameOfAllowedCharacters_IsTaken_WithOneOther_IsRefused()
    {
        var random = new Random(20261122);
        for (var turn = 0; turn < 2000; turn++)
        {
            int[] letters = [Firsts[random.Next(Firsts.Length)], .. Enumerable.Range(0, random.Next(1, 128)).Select(_ => Others[random.Next(Others.Length)])];
            Assert.Null(FlowLogTexts.NameComplaint(Text(letters)));

            letters[random.Next(letters.Length)] = Never[random.Next(Never.Length)];
            Assert.NotNull(FlowLogTexts.NameComplaint(Text(letters)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("see http://example")]
    [InlineData("\u200Fעברית")]
    public void DescriptionWithinTheRules_IsTaken(string description) => Assert.Null(FlowLogTexts.DescriptionComplaint(description));

    [Theory]
    [InlineData("a")]
    [InlineData("𠮷")]
    [InlineData("http://x")]
    [InlineData("HTTPS://x")]
    public void DescriptionAgainstTheRules_IsRefused(string description) => Assert.NotNull(FlowLogTexts.DescriptionComplaint(description));

    [Fact]
    public void Description_HasAtMost256Characters()
    {
        Assert.Null(FlowLogTexts.DescriptionComplaint(string.Concat(Enumerable.Repeat("😀", 256))));
        Assert.NotNull(FlowLogTexts.DescriptionComplaint(new string('x', 257)));
    }

    [Theory]
    [InlineData("rg-acfmxazb4ph6aiy", true)]
    [InlineData("rg-", false)]
    [InlineData("RG-abc", false)]
    [InlineData("rg-a|b", false)]
    public void ResourceGroup_IsAnId(string id, bool isOne) => Assert.Equal(isOne, FlowLogTexts.ResourceGroupComplaint(id) is null);

    private static string Text(IEnumerable<int> letters) => string.Concat(letters.Select(letter => new Rune(letter).ToString()));
}
