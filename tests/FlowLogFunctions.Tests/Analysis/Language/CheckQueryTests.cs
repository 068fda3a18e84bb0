using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.Tests.House;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Language;

/// <summary>A check says of a query what the query says of itself.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class CheckQueryTests(ApiFixture api)
{
    private const string Path = "api/search/check";

    /// <summary>Codes of what a query may take, which a check does not.</summary>
    private static readonly string[] OfBounds = ["QueryTimedOut", "OutOfMemory", "AnswerTooLarge"];

    /// <summary>The examples of the page's tables of errors, with their codes.</summary>
    private static readonly IReadOnlyList<(string Code, string Query)> Wrong =
        [.. ErrorRow().Matches(RepositoryFolder.Read("docs/search-and-sql.md")).Select(row => (row.Groups["code"].Value, QueryOf(row)))];

    [Fact]
    public async Task WrongQueries_HaveTheProblemsOfAQuery()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var compared = 0;
        foreach (var (code, query) in Wrong.Where(wrong => !OfBounds.Contains(wrong.Code)))
        {
            var asked = (await stage.Account.PostAsync($"api/projects/{stage.Project}/logstores/flows/query", new { query })).Expect(HttpStatusCode.BadRequest, "InvalidQueryString");
            var problems = await ProblemsAsync(stage.Account, query);

            Assert.Equal(asked.Json.GetProperty("errors").EnumerateArray().Select(Shown), problems.Select(Shown));
            Assert.Contains(problems, problem => problem.GetProperty("code").GetString() == code);
            compared++;
        }

        Assert.True(compared >= 40, $"{compared}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("action: REJECT and dstport: ssh")]
    [InlineData("* | SELECT srcaddr, sum(bytes) AS b GROUP BY srcaddr ORDER BY b DESC LIMIT 10")]
    [InlineData("action: REJECT |\n\tSELECT approx_distinct(srcaddr) FROM log")]
    [InlineData("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n")]
    public async Task RightQuery_HasNone(string query) => Assert.Empty(await ProblemsAsync(api.NewAccount(), query));

    [Fact]
    public async Task EveryProblemOfASearch_IsToldAtItsPlace()
    {
        var problems = await ProblemsAsync(api.NewAccount(), "srcadr: 10.0.0.1\nand dstport: 70000");

        Assert.Equal(["UnknownField 1:1+6", "OutOfRange 2:14+5"], problems.Select(Placed));
    }

    [Fact]
    public async Task ControlCharacter_IsAProblemToo() =>
        Assert.Equal(["Malformed 2:3+1"], (await ProblemsAsync(api.NewAccount(), "a:\nb \u0001 c")).Select(Placed));

    [Theory]
    [InlineData("""{"query":5}""", "query WrongType")]
    [InlineData("""{}""", "query MissingParameter")]
    [InlineData("""{"query":"*","more":1}""", "more UnknownProperty")]
    [InlineData("""{"query":"\ud800"}""", "query Malformed")]
    public async Task WrongBody_IsRefused(string body, string error) =>
        Assert.Equal([error], (await api.NewAccount().PostAsync(Path, body)).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task NeedsAKey() => (await api.Nobody().PostAsync(Path, new { query = "*" })).Expect(HttpStatusCode.Unauthorized, "MissingAccessKey");

    [Fact]
    public async Task HostileQueries_AreAnswered()
    {
        var account = api.NewAccount();
        string[] hostile =
        [
            new('x', 500_000), "* | SELECT " + new string('(', 60_000), "* | SELECT 1" + string.Concat(Enumerable.Repeat(" UNION SELECT 1", 4_000)),
            "* | SELECT 1 FROM log a0" + string.Concat(Enumerable.Range(1, 60).Select(at => $" JOIN log a{at} ON a{at}.bytes = a{at - 1}.packets")),
            string.Concat(Enumerable.Repeat("not ", 4_000)) + "a", string.Concat(Enumerable.Repeat("a or ", 3_000)) + "b",
        ];

        foreach (var query in hostile)
            Assert.InRange((await ProblemsAsync(account, query)).Count, 0, 20);
    }

    private static async Task<IReadOnlyList<JsonElement>> ProblemsAsync(ApiClient account, string query) =>
        [.. (await account.PostAsync(Path, new { query })).Expect(HttpStatusCode.OK).Json.GetProperty("problems").EnumerateArray()];

    private static string Shown(JsonElement problem) => $"{Placed(problem)} {problem.GetProperty("message").GetString()}";

    private static string Placed(JsonElement problem) =>
        $"{problem.GetProperty("code").GetString()} {problem.GetProperty("line").GetInt32()}:{problem.GetProperty("column").GetInt32()}+{problem.GetProperty("length").GetInt32()}";

    private static string QueryOf(Match row)
    {
        var times = row.Groups["times"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        return string.Concat(Enumerable.Repeat(row.Groups["example"].Value.Replace("\\|", "|", StringComparison.Ordinal), times));
    }

    [GeneratedRegex(@"^\| `(?<code>\w+)` \| `(?<example>.*)`( × (?<times>\d+))? \| [^|]*\|?$", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();
}
