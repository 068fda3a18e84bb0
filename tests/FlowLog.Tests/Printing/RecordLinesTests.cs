using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLog.Scan;

namespace FlowLog.Tests.Printing;

public sealed class RecordLinesTests
{
    private static readonly IReadOnlyList<FlowRecord> Records = [.. Enumerable.Range(0, 20_000).Select(Record)];

    public static TheoryData<int> Counts => [1, 2, 300, 20_000];

    [Theory, MemberData(nameof(Counts))]
    public void Json_HasEachFieldAsItIsShown(int count)
    {
        var lines = Lines(FlowColumns.Of([.. Records.Take(count)]), LineFormat.Ndjson);

        Assert.Equal(count, lines.Count);
        foreach (var (row, line) in lines.Index())
        {
            var json = JsonDocument.Parse(line).RootElement;
            Assert.Equal(FlowFields.All.Select(field => field.Name), json.EnumerateObject().Select(property => property.Name));
            Assert.All(FlowFields.All, field => Assert.Equal(Shown(field, Records[row]), json.GetProperty(field.Name).ToString()));
            Assert.All(FlowFields.All, field => Assert.Equal(IsNumber(field, Records[row]), json.GetProperty(field.Name).ValueKind == JsonValueKind.Number));
        }
    }

    [Theory, MemberData(nameof(Counts))]
    public void Csv_QuotesWhatHasToBe(int count) => Assert.Equal(
        Records.Take(count).Select(record => string.Join(',', FlowFields.All.Select(field => Quoted(Shown(field, record))))),
        Lines(FlowColumns.Of([.. Records.Take(count)]), LineFormat.Rfc4180, "\r\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(ChunkScan.StepRows + 1)]
    [InlineData(20_000)]
    public void Steps_ArePrintedAsTheWholeChunkIs(int count)
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of([.. Records.Take(count)]));
        var plan = new ScanPlan(FlowPredicate.All, FlowFields.All);

        var steps = MatchingRows.Steps(chunk, plan, default).SelectMany(rows => Lines(rows, LineFormat.Ndjson));

        Assert.Equal(Lines(ChunkDecoder.Decode(chunk, FlowFields.All), LineFormat.Ndjson), steps);
    }

    [Fact]
    public void Steps_HoldWhatMatchesAndNothingElse()
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(Records));
        var plan = new ScanPlan(FlowPredicate.Equal(FlowFields.DestinationPort, 443), FlowFields.All);

        var steps = MatchingRows.Steps(chunk, plan, default).ToList();

        Assert.All(steps, rows => Assert.InRange(rows.Count, 1, ChunkScan.StepRows));
        Assert.Equal(Lines(MatchingRows.Of(chunk, plan, default), LineFormat.Rfc4180, "\r\n"), steps.SelectMany(rows => Lines(rows, LineFormat.Rfc4180, "\r\n")));
        Assert.Equal(Records.Count(record => record.Status == LogStatus.Ok && record.Flow.DestinationPort == 443), steps.Sum(rows => rows.Count));
    }

    private static List<string> Lines(FlowColumns rows, LineFormat format, string end = "\n")
    {
        var (text, lines) = (new Utf8Text(), new RecordLines(FlowFields.All, rows, format));
        for (var row = 0; row < rows.Count; row++)
            lines.Write(text, row);
        var all = Encoding.UTF8.GetString(text.Bytes.Span).Split(end);
        Assert.Equal("", all[^1]);
        return [.. all[..^1]];
    }

    private static FlowRecord Record(int number) => new()
    {
        AccountId = "1000000000000001",
        EniId = $"eni-{number % 3}",
        Flow = new(
            IpAddress.V4(0x0A000000u + (uint)(number % 500)), number % 7 == 0 ? new((UInt128)(ulong)number << 64, true) : IpAddress.V4((uint)number * 77),
            (ushort)number, (ushort)(number % 5 == 0 ? 443 : number), 6),
        Direction = (Direction)(number % 3),
        Action = FlowAction.Accept,
        Packets = number % 11,
        Bytes = number * 40L,
        Start = 1_767_225_600 + (number / 100),
        End = 1_767_225_660 + (number / 100),
        Status = number % 97 == 96 ? LogStatus.NoData : LogStatus.Ok,
        RuleId = (number % 4) switch { 0 => "", 1 => "sgr-1", 2 => "a \"rule\", of\tmine <é>", _ => "sgr-2" },
        SkipReason = number % 97 == 96 ? "KernelDrop" : "",
    };

    private static bool IsNumber(FlowField field, FlowRecord record) => field.Kind == FieldKind.Number && Applies(field, record);

    private static bool Applies(FlowField field, FlowRecord record) => !field.OfTraffic || record.Status == LogStatus.Ok;

    private static string Shown(FlowField field, FlowRecord record) => field.Kind switch
    {
        _ when !Applies(field, record) => "-",
        FieldKind.Number => field.Number(record).ToString(CultureInfo.InvariantCulture),
        FieldKind.Name => field.Names[(int)field.Number(record)],
        FieldKind.Address => field.Address(record).ToString(),
        _ => field.Text(record) is { Length: > 0 } text ? text : "-",
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
