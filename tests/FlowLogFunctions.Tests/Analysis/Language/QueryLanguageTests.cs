using System.Globalization;
using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Sql.Functions;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Language;

[Collection(ApiCollection.Name)]
public sealed class QueryLanguageTests(ApiFixture api)
{
    private const string Path = "api/search/language";

    [Fact]
    public async Task Fields_AreThoseOfRecords_AndTheKeysOfSearches() => Assert.Equal(
        [.. FlowFields.All.Select(field => $"{field.Name} {field.SqlName} {field.OfTraffic} {field.Meaning}"), "host  True srcaddr or dstaddr.", "port  True srcport or dstport.", "__time__ __time__ False start."],
        (await ListAsync("fields")).Select(field => $"{Text(field, "name")} {Text(field, "sqlName")} {field.GetProperty("ofTraffic").GetBoolean()} {Text(field, "description")}"));

    [Theory]
    [InlineData("action", "name", "ACCEPT", "REJECT")]
    [InlineData("direction", "name", "in", "out")]
    [InlineData("log-status", "name", "OK", "NODATA", "SKIPDATA")]
    [InlineData("type", "name", "IPv4", "IPv6")]
    [InlineData("tcp-flags", "number", "fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr")]
    [InlineData("bytes", "number")]
    [InlineData("srcaddr", "address")]
    [InlineData("host", "address")]
    [InlineData("eni-id", "text")]
    public async Task Field_HasItsKindAndItsNames(string name, string type, params string[] values)
    {
        var field = (await ListAsync("fields")).Single(one => Text(one, "name") == name);

        Assert.Equal(type, Text(field, "type"));
        Assert.Equal(values, Values(field));
    }

    [Fact]
    public async Task EveryValue_IsOneThatASearchTakes()
    {
        var terms = (await ListAsync("fields")).SelectMany(field => Values(field).Select(value => $"{Text(field, "name")}: {value}")).ToList();

        Assert.Contains("protocol: tcp", terms);
        Assert.Contains("port: https", terms);
        Assert.All(terms, term => Assert.True(FlowQuery.TryParse(term, out _, out var problems), $"{term}: {(problems.Count > 0 ? problems[0] : null)}"));
    }

    [Fact]
    public async Task EveryFieldWithASqlName_IsAColumn()
    {
        await using var stage = await StageAsync();
        var columns = (await ListAsync("fields")).Select(field => Text(field, "sqlName")).Where(name => name.Length > 0);

        (await AskAsync(stage, $"SELECT {string.Join(", ", columns.Select(name => $"\"{name}\""))} FROM log")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Functions_AreAllThatMayBeCalled() => Assert.Equal(
        SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).Select(function => $"{function.Name}({function.Arguments}): {function.Meaning}"),
        (await ListAsync("functions")).Select(function => $"{Text(function, "signature")}: {Text(function, "description")}"));

    [Theory]
    [InlineData("count", "aggregate")]
    [InlineData("approx_percentile", "aggregate")]
    [InlineData("ip_in_cidr", "scalar")]
    [InlineData("row_number", "window")]
    public async Task Function_HasItsKind(string name, string kind) =>
        Assert.Equal(kind, Text((await ListAsync("functions")).Single(function => Text(function, "name") == name), "kind"));

    [Fact]
    public async Task EveryFunction_WorksInAQuery()
    {
        // An account may make some hundred calls at once.
        foreach (var names in (await ListAsync("functions")).Select(function => Text(function, "name")).Chunk(50))
        {
            await using var stage = await StageAsync();
            foreach (var name in names)
            {
                var function = SqlFunctions.Find(name)!;
                var answer = (await AskAsync(stage, $"SELECT {function.Example}")).Expect(HttpStatusCode.OK);
                Assert.Equal((name, function.Result), (name, Shown(answer.Json.GetProperty("rows")[0][0], function.Result)));
            }
        }
    }

    [Fact]
    public async Task Keywords_AreThoseOfSearchAndSql()
    {
        var keywords = (await ListAsync("keywords")).Select(word => word.GetString()!).ToList();

        Assert.Equal([.. QueryKeywords.Search, .. QueryKeywords.Sql], keywords);
        Assert.Distinct(keywords);
    }

    [Fact]
    public async Task NeedsAKey_AndTakesNoParameters()
    {
        (await api.Nobody().GetAsync(Path)).Expect(HttpStatusCode.Unauthorized, "MissingAccessKey");
        Assert.Equal(["more UnknownParameter"], (await api.NewAccount().GetAsync(Path + "?more=1")).Expect(HttpStatusCode.BadRequest).Errors);
    }

    private async Task<Stage> StageAsync()
    {
        var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        return stage;
    }

    private static Task<ApiAnswer> AskAsync(Stage stage, string sql) =>
        stage.Account.PostAsync($"api/projects/{stage.Project}/logstores/flows/query", new { query = "* | " + sql });

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string name) =>
        [.. (await api.NewAccount().GetAsync(Path)).Expect(HttpStatusCode.OK).Json.GetProperty(name).EnumerateArray()];

    /// <summary>A value as the table of functions has it: JSON does not tell 3.0 from 3.</summary>
    private static string Shown(JsonElement value, string expected) => value.ValueKind switch
    {
        JsonValueKind.Null => "NULL",
        JsonValueKind.Number when double.TryParse(expected, CultureInfo.InvariantCulture, out var number) && number == value.GetDouble() => expected,
        _ => value.ToString(),
    };

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static IReadOnlyList<string> Values(JsonElement field) =>
        field.TryGetProperty("values", out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
}
