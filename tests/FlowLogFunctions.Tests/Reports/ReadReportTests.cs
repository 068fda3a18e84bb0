using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Reports.Charts;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Reports;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Reports;

[Collection(ApiCollection.Name)]
public sealed class ReadReportTests(ApiFixture api)
{
    [Fact]
    public async Task Reports_AgreeWithTheRecords_OpenAndClosed()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.EniAsync("10.0.1.4", new { type = "generator", seed = 7, flowsPerMinute = 200 });
        for (var minute = 0; minute < 4; minute++)
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();
        var records = (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).ToList();

        await AssertAsync(stage, records);
        stage.Time.Now += TimeSpan.FromMinutes(75);
        await stage.Get<KeepHours>().RunAsync(default);
        await AssertAsync(stage, records);
    }

    /// <summary>Each chart's query as a person would paste it: what it answers on the records is what the chart shows.</summary>
    [Fact]
    public async Task Queries_AnswerWhatTheirChartsShow()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var one = await stage.EniAsync("10.0.1.4", new { type = "generator", seed = 11, flowsPerMinute = 60 });
        (await stage.Account.PatchAsync($"api/enis/{one}", new { instanceId = "i-web1" })).Expect(HttpStatusCode.OK);
        await stage.EniAsync("10.0.1.5", new { type = "generator", seed = 12, flowsPerMinute = 30 });
        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        await stage.IngestAsync();
        foreach (var report in FlowReports.All)
        {
            var range = $"from={stage.Time.Seconds - 3600}&to={stage.Time.Seconds + 60}";
            var answer = (await stage.Account.GetAsync($"{Path(stage, "flows")}/{report.Name}?{range}&top=100")).Expect(HttpStatusCode.OK).Json;
            var exact = $"from={Text(answer, "from")}&to={Text(answer, "to")}";
            foreach (var chart in answer.GetProperty("charts").EnumerateArray())
            {
                var queried = (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/query?{exact}&query={Uri.EscapeDataString(Text(chart, "query"))}")).Expect(HttpStatusCode.OK).Json;
                ChartAnswers.AssertSame($"{report.Name}/{Text(chart, "name")}", chart, queried);
            }
        }
    }

    [Fact]
    public async Task ReportOff_IsRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("plain", report: false);

        (await stage.Account.GetAsync(Path(stage, "plain"))).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
        (await stage.Account.GetAsync($"{Path(stage, "plain")}/traffic")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
    }

    [Fact]
    public async Task List_HasEachChartWithItsQuery()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        var items = (await stage.Account.GetAsync(Path(stage, "flows"))).Expect(HttpStatusCode.OK).Items;

        Assert.Equal(
            FlowReports.All.SelectMany(report => report.Charts.Select(chart => (report.Name, chart.Name, chart.Query(60, 10)))),
            items.SelectMany(report => report.GetProperty("charts").EnumerateArray().Select(chart => (Text(report, "name"), Text(chart, "name"), Text(chart, "query")))));
    }

    [Fact]
    public async Task WrongRequests_AreRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        (await stage.Account.GetAsync($"{Path(stage, "flows")}/weather")).Expect(HttpStatusCode.NotFound, "ReportNotExist");
        (await stage.Account.GetAsync($"{Path(stage, "nobody")}/traffic")).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
        (await stage.Account.GetAsync($"{Path(stage, "flows")}/traffic?top=101")).Expect(HttpStatusCode.BadRequest, "InvalidParameter");
        (await stage.Account.GetAsync($"{Path(stage, "flows")}/traffic?from=200&to=100")).Expect(HttpStatusCode.BadRequest, "InvalidParameter");
        (await stage.Account.GetAsync($"{Path(stage, "flows")}?top=1")).Expect(HttpStatusCode.BadRequest, "InvalidParameter");
    }

    [Theory]
    [InlineData(1000, 4600, null, 960, 4620, 60)]
    [InlineData(0, 21_600, null, 0, 21_600, 300)]
    [InlineData(100, 21_701, null, 0, 25_200, 300)]
    [InlineData(100, 700_000, null, 0, 702_000, 21_600)]
    [InlineData(1000, 4600, 2001L, 2040, 4620, 60)]
    [InlineData(100, 700_000, 3601L, 7200, 702_000, 21_600)]
    [InlineData(100, 4600, 9000L, 9000, 9000, 60)]
    public void Range_IsWidenedButNotToWhatIsNoLongerKept(long from, long to, long? oldest, long expectedFrom, long expectedTo, int bucket)
    {
        var range = ReportRange.Of(new(from, to), oldest);

        Assert.Equal((expectedFrom, expectedTo, bucket), (range.Range.From, range.Range.To, range.BucketSeconds));
    }

    private static async Task AssertAsync(Stage stage, IReadOnlyList<FlowRecord> records)
    {
        foreach (var report in FlowReports.All)
        {
            var answer = (await stage.Account.GetAsync($"{Path(stage, "flows")}/{report.Name}?from={stage.Time.Seconds - 18_000}&to={stage.Time.Seconds}&top=100")).Expect(HttpStatusCode.OK).Json;
            Assert.Equal(report.Charts.Select(chart => chart.Name), answer.GetProperty("charts").EnumerateArray().Select(chart => Text(chart, "name")));
            Assert.True(answer.GetProperty("completeness").GetProperty("observed").GetInt64() > 0);
            Assert.True(answer.GetProperty("statistics").GetProperty("elapsedMilliseconds").GetInt64() >= 0);
        }

        var overview = await ChartsAsync(stage, "overview");
        Assert.Equal(records.Where(record => record.Action == FlowAction.Accept).Sum(record => record.Bytes), overview["accepted-bytes"][0][0].GetInt64());
        Assert.Equal(records.Where(record => record.Action == FlowAction.Reject).Sum(record => record.Bytes), overview["rejected-bytes"][0][0].GetInt64());
        var sources = (await ChartsAsync(stage, "traffic"))["bytes-by-source"];
        Assert.Equal(
            records.GroupBy(record => record.Flow.Source).Select(group => group.Sum(record => record.Bytes)).OrderDescending().Take(100),
            sources.Select(row => row[1].GetInt64()));
        var flows = (await ChartsAsync(stage, "center-overview"))["flows"][0][0].GetInt64();
        var distinct = records.Select(record => record.Flow).Distinct().Count();
        Assert.InRange(flows, distinct * 0.9, distinct * 1.1);
    }

    private static async Task<Dictionary<string, List<List<JsonElement>>>> ChartsAsync(Stage stage, string report) =>
        (await stage.Account.GetAsync($"{Path(stage, "flows")}/{report}?from={stage.Time.Seconds - 18_000}&to={stage.Time.Seconds}&top=100")).Json
        .GetProperty("charts").EnumerateArray()
        .ToDictionary(chart => Text(chart, "name"), chart => chart.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToList()).ToList());

    private static string Path(Stage stage, string logstore) => $"api/projects/{stage.Project}/logstores/{logstore}/reports";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
