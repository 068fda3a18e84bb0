using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis;

[Collection(ApiCollection.Name)]
public sealed class ReadRecordsTests(ApiFixture api)
{
    private const string Keys = "records?from=0&to=4000000000";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_HoldEachRecordOnceInOrder(bool reverse)
    {
        await using var stage = await GeneratedAsync(enis: 3, minutes: 4);
        var whole = (await stage.RecordsAsync("flows")).Select(record => record.Start).ToList();

        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await GetAsync(stage, $"{Keys}&limit=37&reverse={reverse}" + (cursor is null ? "" : $"&cursor={cursor}"));
            paged.AddRange(page.Items.Select(item => item.ToString()));
            cursor = page.Text("cursor");
        }
        while (cursor is not null);

        var starts = paged.Select(text => JsonDocument.Parse(text).RootElement.GetProperty("start").GetInt64()).ToList();
        Assert.Equal(reverse ? whole.AsEnumerable().Reverse() : whole, starts);
        Assert.Equal(paged.Count, paged.Distinct().Count());
        Assert.True(paged.Count > 200);
    }

    [Fact]
    public async Task ReversePages_AreTheForwardOnesBackwards()
    {
        await using var stage = await GeneratedAsync(enis: 2, minutes: 2);

        var forward = (await GetAsync(stage, $"{Keys}&limit=10000")).Items.Select(item => item.ToString());
        var backward = (await GetAsync(stage, $"{Keys}&limit=10000&reverse=true")).Items.Select(item => item.ToString());

        Assert.Equal(forward, backward.Reverse());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PagesOfAQuery_HoldWhatMeetsIt_AtTheSamePlaces(bool reverse)
    {
        await using var stage = await GeneratedAsync(enis: 3, minutes: 3);
        var whole = (await GetAsync(stage, $"{Keys}&limit=10000&reverse={reverse}")).Items
            .Where(item => item.GetProperty("protocol").GetInt32() == 6).Select(item => item.ToString()).ToList();

        var paged = new List<string>();
        string? cursor = null;
        do
        {
            // A cursor is a place among all records, whatever they were asked to meet.
            var query = paged.Count < 40 ? "&query=protocol:%206" : "&query=not%20protocol:%2017%20and%20not%20protocol:%201";
            var page = await GetAsync(stage, $"{Keys}&limit=11&reverse={reverse}{query}" + (cursor is null ? "" : $"&cursor={cursor}"));
            paged.AddRange(page.Items.Select(item => item.ToString()));
            cursor = page.Text("cursor");
        }
        while (cursor is not null);

        Assert.InRange(whole.Count, 50, 10_000);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Statistics_SayWhatWasReadAndSpared()
    {
        await using var stage = await GeneratedAsync(enis: 3, minutes: 3);
        var all = (await GetAsync(stage, $"{Keys}&limit=10000")).Json;
        var none = (await GetAsync(stage, $"{Keys}&query=protocol:%20200")).Json;

        Assert.Equal(all.GetProperty("items").GetArrayLength(), all.GetProperty("statistics").GetProperty("rowsScanned").GetInt64());
        Assert.Equal(all.GetProperty("items").GetArrayLength(), all.GetProperty("statistics").GetProperty("matches").GetInt64());
        Assert.Equal(0, none.GetProperty("statistics").GetProperty("matches").GetInt64());
        Assert.Equal(0, none.GetProperty("statistics").GetProperty("bytesScanned").GetInt64());
        Assert.Equal(all.GetProperty("statistics").GetProperty("bytesScanned").GetInt64(), none.GetProperty("statistics").GetProperty("bytesSkipped").GetInt64());
    }

    [Fact]
    public async Task WrongQuery_SaysWhere()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        var answer = (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/records?query=protocol:%206%0Aand%20(dstport:%20443")).Expect(HttpStatusCode.BadRequest, "InvalidQueryString");

        var error = answer.Json.GetProperty("errors")[0];
        Assert.Equal("query", error.GetProperty("field").GetString());
        Assert.Equal(2, error.GetProperty("line").GetInt32());
        Assert.InRange(error.GetProperty("column").GetInt32(), 1, 20);
        Assert.True(error.TryGetProperty("length", out _));
    }

    [Fact]
    public async Task Range_HoldsItsStartAndNotItsEnd()
    {
        await using var stage = await GeneratedAsync(enis: 1, minutes: 3);
        var starts = (await stage.RecordsAsync("flows")).Select(record => record.Start).ToList();
        var (from, to) = (starts[starts.Count / 4], starts[starts.Count / 2]);

        var items = (await GetAsync(stage, $"records?from={from}&to={DateTimeOffset.FromUnixTimeSeconds(to).UtcDateTime:O}&limit=10000")).Items;

        Assert.Equal(starts.Where(start => start >= from && start < to), items.Select(item => item.GetProperty("start").GetInt64()));
    }

    [Fact]
    public async Task JsonNdjsonAndCsv_SayTheSame()
    {
        await using var stage = await GeneratedAsync(enis: 1, minutes: 2);
        await stage.EniAsync("10.0.1.99", new { type = "pcap" });
        await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        await stage.IngestAsync();

        var json = (await GetAsync(stage, $"{Keys}&limit=10000")).Items;
        var ndjson = (await TextAsync(stage, "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var csv = (await TextAsync(stage, "text/csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(json, item => item.GetProperty("log-status").GetString() == "NODATA" && item.GetProperty("bytes").GetString() == "-");
        Assert.Equal(json.Select(item => item.ToString()), ndjson);
        Assert.Equal(string.Join(',', FlowFields.All.Select(field => field.Name)), csv[0]);
        Assert.Equal(json.Select(item => string.Join(',', FlowFields.All.Select(field => item.GetProperty(field.Name).ToString()))), csv.Skip(1));
    }

    [Fact]
    public async Task Dashboard_AgreesWithTheRecords()
    {
        await using var stage = await GeneratedAsync(enis: 3, minutes: 5);
        var flows = (await stage.RecordsAsync("flows")).Where(record => record.Status == LogStatus.Ok).ToList();

        var dashboard = (await GetAsync(stage, "dashboard?from=0&to=4000000000&top=100")).Json;

        Assert.Equal((flows.Count, flows.Sum(record => record.Packets), flows.Sum(record => record.Bytes)), Sum(dashboard.GetProperty("totals")));
        var rejected = flows.Where(record => record.Action == FlowAction.Reject).ToList();
        Assert.Equal((rejected.Count, rejected.Sum(record => record.Packets), rejected.Sum(record => record.Bytes)), Sum(dashboard.GetProperty("rejected")));
        Assert.Equal(flows.Sum(record => record.Bytes), dashboard.GetProperty("traffic").EnumerateArray().Sum(point => point.GetProperty("bytes").GetInt64()));
        Assert.Equal(flows.Sum(record => record.Packets), dashboard.GetProperty("protocols").EnumerateArray().Sum(share => share.GetProperty("packets").GetInt64()));
        AssertTop(flows, record => record.Flow.Source.ToString(), dashboard.GetProperty("sources"));
        AssertTop(flows, record => $"{record.Flow.Protocol}/{record.Flow.DestinationPort}", dashboard.GetProperty("destinationPorts"));
        AssertTop(flows, record => record.EniId, dashboard.GetProperty("enis"));
    }

    [Fact]
    public async Task ReportOff_RecordsCanBeReadAndTheDashboardIsRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("plain", report: false);

        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/plain/records")).Expect(HttpStatusCode.OK);
        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/plain/dashboard")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
    }

    [Theory]
    [InlineData("records?from=5&to=5", "from InvalidTimeRange")]
    [InlineData("records?from=yesterday", "from Malformed")]
    [InlineData("records?limit=0&reverse=perhaps", "limit ValueNotSupported", "reverse ValueNotSupported")]
    [InlineData("records?cursor=AAAA", "cursor Malformed")]
    [InlineData("records?query=*&sql=*", "sql UnknownParameter")]
    [InlineData("dashboard?top=1000", "top ValueNotSupported")]
    public async Task BadParameters_AreNamedAllAtOnce(string path, params string[] errors)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        Assert.Equal(errors, (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{path}")).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task AnotherAccountsLogstore_IsNotThere()
    {
        await using var stage = await GeneratedAsync(enis: 1, minutes: 1);

        (await api.NewAccount().GetAsync($"api/projects/{stage.Project}/logstores/flows/{Keys}")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
        (await api.NewAccount().GetAsync($"api/projects/{stage.Project}/logstores/flows/dashboard")).Expect(HttpStatusCode.NotFound, "ProjectNotExist");
    }

    private async Task<Stage> GeneratedAsync(int enis, int minutes)
    {
        var stage = await Stage.OpenAsync(api);
        foreach (var host in Enumerable.Range(10, enis))
            await stage.EniAsync($"10.0.1.{host}", new { type = "generator", seed = host, flowsPerMinute = 60 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await stage.CaptureAsync(TimeSpan.FromMinutes(minutes));
        await stage.IngestAsync();
        return stage;
    }

    private static async Task<ApiAnswer> GetAsync(Stage stage, string path) =>
        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{path}")).Expect(HttpStatusCode.OK);

    private async Task<string> TextAsync(Stage stage, string accept)
    {
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        return await http.GetStringAsync(new Uri($"api/projects/{stage.Project}/logstores/flows/{Keys}&limit=10000", UriKind.Relative));
    }

    private static (int Records, long Packets, long Bytes) Sum(JsonElement traffic) =>
        (traffic.GetProperty("records").GetInt32(), traffic.GetProperty("packets").GetInt64(), traffic.GetProperty("bytes").GetInt64());

    /// <summary>The list has the largest sums, each that of its key; which of equal ones comes first is its own affair.</summary>
    private static void AssertTop(IEnumerable<FlowRecord> flows, Func<FlowRecord, string> key, JsonElement chart)
    {
        var sums = flows.GroupBy(key).ToDictionary(group => group.Key, group => group.Sum(record => record.Bytes));
        var items = chart.GetProperty("items").EnumerateArray()
            .Select(entry => (Key: entry.GetProperty("key").GetString()!, Bytes: entry.GetProperty("bytes").GetInt64())).ToList();

        Assert.Equal(sums.Values.OrderDescending().Take(100), items.Select(item => item.Bytes));
        Assert.All(items, item => Assert.Equal(sums[item.Key], item.Bytes));
        Assert.Equal(0, chart.GetProperty("errorBytes").GetInt64());
    }
}
