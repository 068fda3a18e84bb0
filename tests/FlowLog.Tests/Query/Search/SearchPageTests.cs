using System.Globalization;
using System.Text.RegularExpressions;
using FlowLog.Flows;
using FlowLog.Query.Search;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Search;

/// <summary>docs/search-and-sql.md says what searches are.</summary>
public partial class SearchPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "search-and-sql.md"));

    private static readonly string[] AllCodes =
    [
        .. typeof(SearchCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!),
    ];

    public static TheoryData<string> Examples()
    {
        var (examples, isSearch) = (new HashSet<string>(), false);
        foreach (var line in Page)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isSearch = line == "```search";
            else if (isSearch)
                examples.Add(line);
        }

        return [.. examples];
    }

    public static TheoryData<string> Codes() => [.. AllCodes];

    [Theory]
    [MemberData(nameof(Examples))]
    public void EveryExample_IsRead(string search) => Assert.Empty(Found.Problems(search));

    [Fact]
    public void Examples_AreFound() => Assert.InRange(Examples().Count, 60, 1_000);

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCode_HasAnExampleThatYieldsIt(string code)
    {
        var row = ErrorRow().Match(Assert.Single(Page, line => line.StartsWith($"| `{code}` |", StringComparison.Ordinal)));
        var times = row.Groups["times"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        var example = string.Concat(Enumerable.Repeat(row.Groups["example"].Value, times));

        Assert.Equal(code, Assert.Single(Found.Problems(example).DistinctBy(problem => problem.Code)).Code);
    }

    [Fact]
    public void EveryField_IsInTheTable()
    {
        foreach (var field in FlowFields.All)
            Assert.Contains($"| `{field.Name}` | {field.Kind.ToString().ToLowerInvariant()} | {field.Meaning} |", Page);
        foreach (var name in SearchField.Names)
            Assert.Single(Page, line => line.StartsWith($"| `{name}` | ", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryName_IsListed()
    {
        var text = string.Join(' ', Page);
        foreach (var (name, port) in PortNames.All)
            Assert.Contains($"`{name}` {port}", text, StringComparison.Ordinal);
        foreach (var name in ProtocolNames.All)
            Assert.Contains($"`{name.ToLowerInvariant()}` {ProtocolNames.Find(name)}", text, StringComparison.Ordinal);
        foreach (var flag in TcpFlagNames.All)
            Assert.Contains($"`{flag}`", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SearchParser.MostLetters, "More than {0:N0} letters")]
    [InlineData(SearchParser.MostDepth, "nested more than {0:N0} deep")]
    [InlineData(SearchParser.MostConditions, "More than {0:N0} conditions")]
    [InlineData(SearchParser.MostProblems, "At most {0:N0} problems")]
    [InlineData(WordPattern.MostLetters, "a word of more than {0:N0} letters")]
    public void EveryBound_IsStated(int bound, string sentence) =>
        Assert.Single(Page, line => line.Contains(string.Format(CultureInfo.InvariantCulture, sentence, bound), StringComparison.Ordinal));

    [GeneratedRegex("^\\| `\\w+` \\| `(?<example>[^`]*)`( × (?<times>\\d+))? \\| .+ \\|$")]
    private static partial Regex ErrorRow();
}
