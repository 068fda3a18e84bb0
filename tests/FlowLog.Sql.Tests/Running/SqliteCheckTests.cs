using FlowLog.Query;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Running;

/// <summary>A check says what a query would say, without a record.</summary>
public sealed class SqliteCheckTests
{
    private const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) ";

    /// <summary>Problems that a query may have with its values; those that it reads are not known to a check.</summary>
    private static readonly string[] OfValues = ["InvalidValue", "IntegerOverflow", "TextTooLong", "SqlFailed"];

    private static readonly string[] Pieces =
    [
        "FROM log", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "10", "1", ",", "(", ")", "CAST", "AS", "bigint", "bytes", "\"eni-id\"", "'x'", "UNNEST", "ARRAY", "time_series",
        "count", "*", "-", "UNION", "SELECT", "VALUES", "CASE", "WHEN", "THEN", "END", ".", "DISTINCT", "OVER", "ip_in_cidr", "srcaddr", "=", "IN", "AND", "NOT", "NULL", "hour",
    ];

    public static TheoryData<string> Functions => [.. SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).Select(function => function.Name)];

    [Theory]
    [InlineData("SELECT srcadr FROM log")]
    [InlineData("SELECT sha1('x')")]
    [InlineData("SELECT date_trunc('hour') FROM log")]
    [InlineData("SELECT * FROM logs")]
    [InlineData("SELECT start FROM log a, log b")]
    [InlineData("SELECT bytes FROM log WHERE")]
    [InlineData("SELECT CAST(1 AS money)")]
    [InlineData("SELECT bytes FROM log LIMIT 1000001")]
    [InlineData("SELECT 1 FROM log WHERE count(*) > 1")]
    [InlineData("SELECT CAST('x' AS bigint)")]
    [InlineData("SELECT sum(column1) FROM (VALUES (9223372036854775807), (1))")]
    [InlineData("SELECT lpad('', 5000000, 'x')")]
    [InlineData("SELECT * FROM sqlite_master")]
    [InlineData("action: REJECT |\n SELECT\n  nothing FROM log")]
    public async Task AWrongQuery_HasTheProblemThatRunningItHas(string query)
    {
        var problem = await Asked.Nothing.ProblemAsync(query);

        Assert.Equal(problem, await CheckAsync(query));
    }

    [Theory, MemberData(nameof(Functions))]
    public async Task AFunctionsExample_HasNone(string name) => Assert.Null(await CheckAsync($"SELECT {SqlFunctions.Find(name)!.Example}"));

    [Theory]
    [InlineData("action: REJECT")]
    [InlineData("* | SELECT dstport, count(*) FROM log GROUP BY dstport")]
    [InlineData("* | SELECT dstport, approx_distinct(srcaddr) FROM log GROUP BY dstport")]
    [InlineData("* | SELECT a.srcaddr FROM log a JOIN log b ON a.dstaddr = b.srcaddr")]
    [InlineData("* | SELECT t.x FROM UNNEST(ARRAY[1, 2]) AS t(x)")]
    [InlineData("* | SELECT CAST(srcaddr AS bigint) FROM log")]
    public async Task ARightQuery_HasNone(string query) => Assert.Null(await CheckAsync(query));

    [Theory]
    [InlineData(Endless + "SELECT max(x) FROM n")]
    [InlineData(Endless + "SELECT count(DISTINCT x) FROM n")]
    [InlineData(Endless + "SELECT count(*) FROM n, log")]
    [InlineData(Endless + "SELECT lpad('', 1000, 'x') FROM n LIMIT 1000000")]
    public async Task AQueryWithoutEnd_EndsWithTheChecksTime_AndHasNone(string query) =>
        Assert.Null(await CheckAsync(query, new() { Time = TimeSpan.FromMilliseconds(50), MemoryBytes = 3 << 20 }));

    [Fact]
    public async Task ACancelledCheck_Ends()
    {
        using var stop = new CancellationTokenSource();
        var check = FlowQueries.CheckAsync(Asked.Parsed(Endless + "SELECT max(x) FROM n"), new(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task PiecesInAnyOrder_AreToldOfAlike(int seed)
    {
        var random = new Random(seed);
        var table = ChunkTable.Of(SomeRecords.Of(seed, 20));
        for (var i = 0; i < 120; i++)
        {
            var query = "* | SELECT " + string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (!FlowQuery.TryParse(query, out _, out _))
                continue;
            var said = await SaidAsync(table, query);
            var check = await CheckAsync(query);
            Assert.True(check == said || (check is null && OfValues.Contains(said!.Code)), $"{query}\n{check}\n{said}");
        }
    }

    private static async Task<QueryProblem?> SaidAsync(ChunkTable table, string query)
    {
        try
        {
            await table.AskAsync(query);
            return null;
        }
        catch (QueryFailedException failed)
        {
            return failed.Problem;
        }
    }

    private static Task<QueryProblem?> CheckAsync(string query, QueryLimits? limits = null) => FlowQueries.CheckAsync(Asked.Parsed(query), limits ?? new(), default);
}
