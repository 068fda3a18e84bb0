using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Queries;

[Collection(ApiCollection.Name)]
public sealed class RunQueryTests(ApiFixture api)
{
    [Fact]
    public async Task Aggregates_AreThoseOfTheRecords()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = await QueryAsync(stage, "dstport < 1024 | SELECT protocol, count(*) AS n, sum(bytes) AS b GROUP BY protocol ORDER BY b DESC");

        var expected = stage.Flows.Where(record => record.Flow.DestinationPort < 1024).GroupBy(record => record.Flow.Protocol)
            .Select(group => (Protocol: (long)group.Key, Count: group.LongCount(), Bytes: group.Sum(record => record.Bytes))).OrderByDescending(sum => sum.Bytes).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Rows(answer).Select(row => (row[0].GetInt64(), row[1].GetInt64(), row[2].GetInt64())));
        Assert.Equal(["protocol bigint", "n bigint", "b bigint"], Columns(answer));
        Assert.Equal(expected.Sum(sum => sum.Count), answer.Json.GetProperty("statistics").GetProperty("matches").GetInt64());
        Assert.Equal(stage.Records.Count, new[] { "rowsScanned", "rowsSkipped" }.Sum(name => answer.Json.GetProperty("statistics").GetProperty(name).GetInt64()));
        Assert.True(answer.Json.GetProperty("completeness").GetProperty("observed").GetInt64() > 0);
    }

    [Fact]
    public async Task SqlThatNeedsSqlite_IsAnsweredToo()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = await QueryAsync(stage, "* | SELECT upper(action) AS a, max(\"log-status\") FROM log WHERE bytes > (SELECT avg(bytes) FROM log) GROUP BY a ORDER BY a");

        var mean = stage.Flows.Average(record => record.Bytes);
        var actions = stage.Flows.Where(record => record.Bytes > mean).Select(record => record.Action == FlowAction.Accept ? "ACCEPT" : "REJECT").Distinct().Order();
        Assert.Equal(actions, Rows(answer).Select(row => row[0].GetString()));
        Assert.False(answer.Json.GetProperty("isVectorised").GetBoolean());
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 60)]
    [InlineData("", 10_000)]
    [InlineData("action: ACCEPT and bytes > 500", 25)]
    [InlineData("log-status: NODATA", 100)]
    public async Task SearchAlone_AnswersTheFirstRecordsInTheirOrder(string search, int limit)
    {
        await using var stage = await AnalysedStage.OpenAsync(api);

        var answer = await QueryAsync(stage, search, $"&limit={limit}");
        var records = (await stage.GetAsync($"records?{AnalysedStage.Always}&limit=10000&query={Uri.EscapeDataString(search)}")).Items;

        Assert.NotEmpty(records);
        Assert.Equal(FlowFields.All.Select(field => field.Name), Columns(answer).Select(column => column.Split(' ')[0]));
        Assert.Equal(
            records.Take(limit).Select(record => string.Join('|', FlowFields.All.Select(field => record.GetProperty(field.Name).ToString()))),
            Rows(answer).Select(row => string.Join('|', row.Select(value => value.ValueKind == JsonValueKind.Null ? "-" : value.ToString()))));
        Assert.Equal(records.Count > limit, answer.Json.GetProperty("isCut").GetBoolean());
    }

    [Fact]
    public async Task LongQueryOfSeveralLines_IsPosted()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);
        var ports = string.Join(" or\n\t", Enumerable.Range(1, 450).Select(port => $"dstport: {port}"));

        var answer = await stage.Stage.Account.PostAsync($"{stage.Path}/query", new { from = 0, to = "2090-01-01T00:00:00Z", query = $"{ports}\n| SELECT count(*) AS n" });

        var count = stage.Flows.Count(record => record.Flow.DestinationPort is >= 1 and <= 450);
        Assert.True(count > 0);
        Assert.Equal(count, Rows(answer.Expect(HttpStatusCode.OK))[0][0].GetInt32());
    }

    [Fact]
    public async Task Forms_SayTheSame()
    {
        await using var stage = await AnalysedStage.OpenAsync(api);
        const string Query = "* | SELECT dstport, action AS \"a, b\", count(*) AS n GROUP BY dstport, action ORDER BY n DESC, dstport LIMIT 20";

        var json = Rows(await QueryAsync(stage, Query));
        var (csv, headers) = await TextAsync(stage, Query, "text/csv");
        var (ndjson, _) = await TextAsync(stage, Query, "application/x-ndjson");

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("dstport,\"a, b\",n", lines[0]);
        Assert.Equal(json.Select(row => string.Join(',', row.Select(value => value.ToString()))), lines.Skip(1));
        var objects = ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal(json.Select(row => string.Join(',', row)), objects.Select(one => string.Join(',', one.EnumerateObject().Select(property => property.Value))));
        Assert.Contains("matches=", headers["X-Statistics"], StringComparison.Ordinal);
        Assert.Contains("observed=", headers["X-Completeness"], StringComparison.Ordinal);
        Assert.Matches(@"^\?[01]$", headers["X-Is-Cut"]);
    }

    [Theory]
    [InlineData("colour: red", "InvalidQueryString", 1, 1)]
    [InlineData("* |\n SELECT nothing FROM log", "InvalidQueryString", 2, 9)]
    [InlineData("* | DROP TABLE log", "InvalidQueryString", 1, 5)]
    public async Task WrongQuery_IsRefusedAtItsPlace_WhicheverWayItComes(string query, string code, int line, int column)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var path = $"api/projects/{stage.Project}/logstores/flows/query";

        foreach (var answer in new[] { await stage.Account.GetAsync($"{path}?query={Uri.EscapeDataString(query)}"), await stage.Account.PostAsync(path, new { query }) })
        {
            var error = answer.Expect(HttpStatusCode.BadRequest, code).Json.GetProperty("errors")[0];
            Assert.Equal(("query", line, column), (error.GetProperty("field").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        }
    }

    [Fact]
    public async Task LimitBesideSql_IsRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var path = $"api/projects/{stage.Project}/logstores/flows/query";

        Assert.Equal(["limit ParameterInvalid"], (await stage.Account.GetAsync($"{path}?limit=5&query=*|SELECT 1")).Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal(
            ["colour UnknownProperty", "from Malformed", "limit ParameterInvalid"],
            (await stage.Account.PostAsync(path, new { from = -5, query = "* | SELECT 1", limit = 5, colour = "red" })).Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task CallerLeaves_TheQueryEnds()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var turns = api.Get<QueryTurns>();
        var free = turns.Free;
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        using var leave = new CancellationTokenSource();
        var endless = Uri.EscapeDataString("* | WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c");

        var call = http.GetAsync(new Uri($"api/projects/{stage.Project}/logstores/flows/query?query={endless}", UriKind.Relative), leave.Token);
        await WaitAsync(() => turns.Free < free);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await WaitAsync(() => turns.Free == free);
    }

    private static async Task WaitAsync(Func<bool> until)
    {
        for (var tries = 0; !until(); tries++)
        {
            Assert.True(tries < 400, "It does not come to that.");
            await Task.Delay(50);
        }
    }

    private static Task<ApiAnswer> QueryAsync(AnalysedStage stage, string query, string more = "") =>
        stage.GetAsync($"query?{AnalysedStage.Always}&query={Uri.EscapeDataString(query)}{more}");

    private async Task<(string Text, IReadOnlyDictionary<string, string> Headers)> TextAsync(AnalysedStage stage, string query, string accept)
    {
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Stage.Account.Authorization);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var answer = await http.GetAsync(new Uri($"{stage.Path}/query?{AnalysedStage.Always}&query={Uri.EscapeDataString(query)}", UriKind.Relative));
        Assert.Equal(accept, answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ToDictionary(header => header.Key, header => header.Value.Single()));
    }

    private static IReadOnlyList<string> Columns(ApiAnswer answer) =>
        [.. answer.Json.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("name").GetString()} {column.GetProperty("type").GetString()}")];

    private static IReadOnlyList<IReadOnlyList<JsonElement>> Rows(ApiAnswer answer) =>
        [.. answer.Json.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToList())];
}
