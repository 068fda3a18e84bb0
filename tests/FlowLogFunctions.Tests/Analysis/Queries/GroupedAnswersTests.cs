using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Queries;

/// <summary>Histogram, top and groups say what adding up the records says.</summary>
[Collection(ApiCollection.Name)]
public sealed class GroupedAnswersTests(ApiFixture api)
{
    [Fact]
    public async Task Histogram_HasEveryBucket()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);
        var (from, to) = (stage.Records.Min(record => record.Start) - 100, stage.Records.Max(record => record.Start) + 100);

        var answer = (await stage.GetAsync($"histogram?from={from}&to={to}&buckets=20")).Json;

        var seconds = answer.GetProperty("bucketSeconds").GetInt64();
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.InRange(items.Count, 10, 20);
        Assert.Equal(stage.Records.Count, answer.GetProperty("count").GetInt32());
        Assert.Equal(from, SecondsOf(items[0], "from"));
        Assert.Equal(to, SecondsOf(items[^1], "to"));
        Assert.All(items.Zip(items.Skip(1)), pair => Assert.Equal(SecondsOf(pair.First, "to"), SecondsOf(pair.Second, "from")));
        Assert.All(items.Skip(1), item => Assert.Equal(0, SecondsOf(item, "from") % seconds));
        Assert.Contains(items, item => item.GetProperty("count").GetInt32() == 0);
        Assert.All(items, item =>
        {
            var own = stage.Records.Where(record => record.Start >= SecondsOf(item, "from") && record.Start < SecondsOf(item, "to")).ToList();
            Assert.Equal((own.Count, Packets(own), Bytes(own)), (item.GetProperty("count").GetInt32(), Number(item, "packets"), Number(item, "bytes")));
        });
    }

    [Fact]
    public async Task Histogram_CountsWhatTheSearchFinds()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = (await stage.GetAsync($"histogram?{AnalysedStage.Always}&buckets=1&query=" + Uri.EscapeDataString("direction: out and bytes >= 1000"))).Json;

        var found = stage.Flows.Where(record => record.Direction == Direction.Out && record.Bytes >= 1000).ToList();
        Assert.NotEmpty(found);
        Assert.Equal((found.Count, Bytes(found)), (answer.GetProperty("count").GetInt32(), Number(answer.GetProperty("items")[0], "bytes")));
        Assert.Equal(found.Count, answer.GetProperty("statistics").GetProperty("matches").GetInt32());
    }

    [Theory]
    [InlineData("srcaddr", "bytes")]
    [InlineData("dstport", "packets")]
    [InlineData("eni-id", "records")]
    [InlineData("log_status", "records")]
    [InlineData("action", "bytes")]
    [InlineData("host", "bytes")]
    [InlineData("port", "records")]
    public async Task Top_HasTheLargestSums_AndTheTotalOfAll(string field, string by)
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = (await stage.GetAsync($"top?{AnalysedStage.Always}&field={field}&by={by}&limit=7")).Json;

        var sums = stage.Records.SelectMany(record => Keys(record, field).Distinct().Select(key => (key, record)))
            .GroupBy(pair => pair.key, pair => pair.record).ToDictionary(group => group.Key, group => Sums([.. group]));
        var items = answer.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("key").GetString()!, Sums);
        Assert.Equal(sums.Values.Select(sum => Of(sum, by)).OrderDescending().Take(7), items.Values.Select(sum => Of(sum, by)));
        Assert.All(items, item => Assert.Equal(sums[item.Key], item.Value));
        Assert.Equal(Sums(stage.Records), Sums(answer.GetProperty("total")));
        Assert.Equal(stage.Records.Count, answer.GetProperty("statistics").GetProperty("matches").GetInt32());
    }

    [Fact]
    public async Task Groups_ByFieldsAndTime()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = (await stage.GetAsync($"groups?{AnalysedStage.Always}&by=dstport,protocol,action&interval=60&limit=10000")).Json;

        Assert.Equal(
            ["time bigint", "dstport bigint", "protocol bigint", "action varchar", "records bigint", "packets bigint", "bytes bigint"],
            answer.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("name").GetString()} {column.GetProperty("type").GetString()}"));
        var expected = stage.Records
            .GroupBy(record => string.Join('|', [record.Start / 60 * 60, .. new[] { "dstport", "protocol", "action" }.Select(name => Keys(record, name)[0])]))
            .Select(group => $"{group.Key}|{group.Count()}|{Packets(group)}|{Bytes(group)}");
        var rows = answer.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToList()).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Select(row => row[0].GetInt64()).Order(), rows.Select(row => row[0].GetInt64()));
        Assert.False(answer.GetProperty("isCut").GetBoolean());
        Assert.Contains(rows, row => row[1].ToString() == "-");
    }

    [Fact]
    public async Task Groups_AreCutWhereThereAreMore()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = (await stage.GetAsync($"groups?{AnalysedStage.Always}&by=srcaddr,dstaddr&order=packets&limit=5")).Json;

        var sums = stage.Flows.GroupBy(record => (record.Flow.Source, record.Flow.Destination)).Select(Packets).OrderDescending().Take(5);
        Assert.True(answer.GetProperty("isCut").GetBoolean());
        Assert.Equal(sums, answer.GetProperty("rows").EnumerateArray().Select(row => row[3].GetInt64()));
    }

    private static IReadOnlyList<string> Keys(FlowRecord record, string field) => field switch
    {
        "log_status" => [record.Status switch { LogStatus.Ok => "OK", LogStatus.NoData => "NODATA", _ => "SKIPDATA" }],
        "eni-id" => [record.EniId],
        _ when record.Status != LogStatus.Ok => ["-"],
        "srcaddr" => [$"{record.Flow.Source}"],
        "dstport" => [$"{record.Flow.DestinationPort}"],
        "protocol" => [$"{record.Flow.Protocol}"],
        "action" => [record.Action == FlowAction.Accept ? "ACCEPT" : "REJECT"],
        "host" => [$"{record.Flow.Source}", $"{record.Flow.Destination}"],
        "port" => [$"{record.Flow.SourcePort}", $"{record.Flow.DestinationPort}"],
        _ => throw new ArgumentException(field),
    };

    private static (long Records, long Packets, long Bytes) Sums(IReadOnlyCollection<FlowRecord> records) => (records.Count, Packets(records), Bytes(records));

    private static (long Records, long Packets, long Bytes) Sums(JsonElement sum) => (Number(sum, "records"), Number(sum, "packets"), Number(sum, "bytes"));

    private static long Of((long Records, long Packets, long Bytes) sum, string by) => by switch { "records" => sum.Records, "packets" => sum.Packets, _ => sum.Bytes };

    private static long Packets(IEnumerable<FlowRecord> records) => records.Sum(record => record.Packets);

    private static long Bytes(IEnumerable<FlowRecord> records) => records.Sum(record => record.Bytes);

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static long SecondsOf(JsonElement element, string name) => element.GetProperty(name).GetDateTimeOffset().ToUnixTimeSeconds();
}
