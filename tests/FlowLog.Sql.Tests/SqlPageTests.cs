using System.Globalization;
using System.Text.RegularExpressions;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests;

/// <summary>docs/search-and-sql.md says what SQL is: its examples give what stands below them.</summary>
public sealed partial class SqlPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Root(), "docs", "search-and-sql.md"));

    private static readonly ChunkTable Records = ChunkTable.Of(RecordRows().Select(RecordOf), rows: 4);

    public static TheoryData<string> Examples => [.. SqlBlock().Matches(string.Join('\n', Page)).Select(block => block.Groups[1].Value)];

    public static TheoryData<string> Codes =>
    [
        .. typeof(Codes).GetFields().Select(code => (string)code.GetRawConstantValue()!),
        "QueryTooLong", "EmptyStatement", "SeveralStatements", "UnterminatedText", "UnterminatedName", "UnterminatedComment", "MalformedNumber", "MalformedBlob", "UnexpectedCharacter",
    ];

    [Theory, MemberData(nameof(Examples))]
    public async Task AnExample_GivesWhatStandsBelowIt(string example)
    {
        var lines = example.Split('\n');
        var query = string.Join('\n', lines.Where(line => !line.StartsWith("-- ", StringComparison.Ordinal)));
        var rows = lines.Where(line => line.StartsWith("-- ", StringComparison.Ordinal)).Select(line => line[3..]);

        var answer = await Records.AskAsync(query);

        Assert.Equal(rows, answer.Table.Rows.Select(row => string.Join(" | ", row.Select(Asked.Shown))));
    }

    [Fact]
    public void Examples_AreFound() => Assert.InRange(Examples.Count, 8, 100);

    [Fact]
    public void EveryFunction_StandsInThePage_WithItsExample() => Assert.Equal(
        SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).Select(function => $"| `{function.Name}({function.Arguments})` | {function.Meaning} | `{function.Example}` | `{function.Result}` |"),
        Page.Where(line => FunctionRow().IsMatch(line)));

    [Theory, MemberData(nameof(Codes))]
    public async Task ACode_HasAnExampleThatYieldsIt(string code)
    {
        var row = ErrorRow().Match(Assert.Single(Page, line => line.StartsWith($"| `{code}` |", StringComparison.Ordinal)));
        Assert.True(row.Success, code);
        if (row.Groups["example"].Value is not { Length: > 0 } example)
            return;
        var times = row.Groups["times"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        var limits = new QueryLimits { MemoryBytes = 3 << 20, AnswerBytes = 1 << 20, Time = code == "QueryTimedOut" ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromMinutes(2) };

        var problem = await Records.ProblemAsync(string.Concat(Enumerable.Repeat(example.Replace("\\|", "|", StringComparison.Ordinal), times)), limits);

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void Bounds_AreTheDefaults()
    {
        var (text, limits) = (string.Join('\n', Page), new QueryLimits());

        Assert.Contains(FormattableString.Invariant($"| text of a query | {FlowQuery.LongestText:N0} characters |"), text);
        Assert.Contains(FormattableString.Invariant($"| rows | {limits.MostRows:N0}; {limits.MostRowsOfPage:N0} behind an offset; {limits.Rows} without `LIMIT` |"), text);
        Assert.Contains(FormattableString.Invariant($"| time | {limits.Time.TotalSeconds} s, "), text);
        Assert.Contains(FormattableString.Invariant($"joining | {limits.MemoryBytes >> 20} MiB, "), text);
        Assert.Contains(FormattableString.Invariant($"| answer | {limits.AnswerBytes >> 20} MiB |"), text);
        Assert.Contains(FormattableString.Invariant($"| one text | {limits.TextBytes >> 20} MiB |"), text);
    }

    private static IEnumerable<string[]> RecordRows() => Page
        .SkipWhile(line => !line.StartsWith("| eni-id | srcaddr |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static FlowRecord RecordOf(string[] cells)
    {
        var record = new FlowRecord { EniId = cells[0], Start = Number(cells[10]), End = Number(cells[10]) + 5, Status = cells[11] == "OK" ? LogStatus.Ok : LogStatus.NoData };
        return record.Status != LogStatus.Ok ? record : record with
        {
            Flow = new(IpAddress.Parse(cells[1]), IpAddress.Parse(cells[3]), (ushort)Number(cells[2]), (ushort)Number(cells[4]), (byte)Number(cells[5])),
            Direction = (Direction)FlowFields.Direction.Names.ToList().IndexOf(cells[6]),
            Action = (FlowAction)FlowFields.Action.Names.ToList().IndexOf(cells[7]),
            Packets = Number(cells[8]),
            Bytes = Number(cells[9]),
        };
    }

    private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FlowLogFunctions.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("^```sql\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SqlBlock();

    [GeneratedRegex(@"^\| `[a-z0-9_]+\(.*\)` \|")]
    private static partial Regex FunctionRow();

    [GeneratedRegex(@"^\| `\w+` \|( `(?<example>.*)`( × (?<times>\d+))?)? \| [^|]* \|$")]
    private static partial Regex ErrorRow();
}
