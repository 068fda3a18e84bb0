using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Running;

/// <summary>Statements that try to do more than read the log, each with the code that it is refused with.</summary>
public sealed class SandboxTests
{
    private const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) ";

    [Theory]
    [InlineData("SELECT * FROM sqlite_master", "UnknownTable")]
    [InlineData("SELECT count(*) FROM sqlite_temp_schema", "NotReadOnly")]
    [InlineData("SELECT * FROM pragma_database_list", "UnknownTable")]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM log", "NotReadOnly")]
    [InlineData("* | ATTACH DATABASE '/tmp/x' AS y", "NotReadOnly")]
    [InlineData("* | PRAGMA temp_store = 1", "NotReadOnly")]
    [InlineData("* | CREATE TABLE x(y)", "NotReadOnly")]
    [InlineData("* | INSERT INTO log VALUES (1)", "NotReadOnly")]
    [InlineData("* | EXPLAIN SELECT 1", "NotReadOnly")]
    [InlineData("* | VACUUM INTO '/tmp/x'", "NotReadOnly")]
    [InlineData("SELECT 1; SELECT 2", "SeveralStatements")]
    [InlineData("SELECT load_extension('x')", "UnknownFunction")]
    [InlineData("SELECT readfile('/etc/passwd')", "UnknownFunction")]
    [InlineData("SELECT writefile('/tmp/x', 'y')", "UnknownFunction")]
    [InlineData("SELECT fts3_tokenizer('simple')", "UnknownFunction")]
    [InlineData("SELECT randomblob(1000000000)", "UnknownFunction")]
    [InlineData("SELECT zeroblob(1000000000)", "UnknownFunction")]
    [InlineData("SELECT sqlite_version()", "UnknownFunction")]
    [InlineData("SELECT bytes FROM log WHERE \"eni-id\" MATCH 'x'", "UnknownFunction")]
    [InlineData("SELECT * FROM json_each('[1]')", "UnknownTable")]
    [InlineData("SELECT * FROM dbstat", "UnknownTable")]
    [InlineData("SELECT format('%2000000000d', 1)", "TextTooLong")]
    [InlineData("SELECT lpad('x', 2000000000, 'y')", "TextTooLong")]
    [InlineData("SELECT replace(format('%1000000d', 1), ' ', 'aaaaaaaaaa')", "TextTooLong")]
    [InlineData("SELECT regexp_replace(format('%100000d', 1), ' ', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')", "TextTooLong")]
    [InlineData("SELECT ?", "UnexpectedCharacter")]
    public async Task WhatIsMoreThanReading_IsRefused(string sql, string code) => Assert.Equal(code, (await Asked.Nothing.ProblemAsync(sql)).Code);

    [Fact]
    public async Task TextsThatAreAddedUpToTooLongAOne_AreRefused() =>
        Assert.Equal("TextTooLong", (await Asked.Nothing.ProblemAsync(Endless + ", m AS (SELECT x FROM n LIMIT 20000) SELECT group_concat(x) FROM m", new() { TextBytes = 50_000 })).Code);

    [Fact]
    public async Task AnExpressionThatIsTooDeep_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("(1+", 5_000)) + "1" + new string(')', 5_000);

        Assert.Equal("QueryTooComplex", (await Asked.Nothing.ProblemAsync("SELECT " + deep)).Code);
    }

    [Fact]
    public async Task AUnionOfTooMany_IsRefused() =>
        Assert.Equal("QueryTooComplex", (await Asked.Nothing.ProblemAsync(string.Join(" UNION ALL ", Enumerable.Repeat("SELECT 1", 200)))).Code);

    [Theory]
    [InlineData(Endless + "SELECT x FROM n ORDER BY x % 1000 LIMIT 1000000")]
    [InlineData(Endless + "SELECT x % 1000000, count(*) FROM n GROUP BY 1")]
    [InlineData(Endless + "SELECT count(DISTINCT x) FROM n")]
    public async Task MoreMemoryThanAQueryMayTake_EndsIt(string sql)
    {
        var problem = await Asked.Nothing.ProblemAsync(sql, new() { MemoryBytes = 3 << 20 });

        Assert.Equal("OutOfMemory", problem.Code);
    }

    [Fact]
    public async Task MoreMemoryThanOneMayTake_DoesNotEndAnother()
    {
        var greedy = Enumerable.Range(0, 3).Select(_ => Asked.Nothing.ProblemAsync(Endless + "SELECT count(DISTINCT x) FROM n", new() { MemoryBytes = 3 << 20 }));
        var modest = Enumerable.Range(0, 3).Select(_ => Asked.Nothing.RowsAsync(Endless + ", m AS (SELECT x FROM n LIMIT 5000) SELECT count(DISTINCT x) FROM m", new() { MemoryBytes = 3 << 20 }));

        Assert.All(await Task.WhenAll(modest), rows => Assert.Equal(["5000"], rows));
        Assert.All(await Task.WhenAll(greedy), problem => Assert.Equal("OutOfMemory", problem.Code));
    }

    [Fact]
    public async Task AnAnswerThatIsTooLarge_EndsTheQuery() =>
        Assert.Equal("AnswerTooLarge", (await Asked.Nothing.ProblemAsync(Endless + "SELECT lpad('', 1000, 'x') FROM n LIMIT 1000000", new() { AnswerBytes = 1 << 20 })).Code);

    [Theory]
    [InlineData(Endless + "SELECT max(x) FROM n")]
    [InlineData(Endless + "SELECT x FROM n ORDER BY x % 1000, x DESC")]
    [InlineData(Endless + "SELECT x % 7, max(x) FROM n GROUP BY 1")]
    public async Task AQueryWithoutEnd_EndsWithItsTime(string sql) =>
        Assert.Equal("QueryTimedOut", (await Asked.Nothing.ProblemAsync(sql, new() { Time = TimeSpan.FromMilliseconds(50) })).Code);

    [Theory]
    [InlineData(Endless + "SELECT max(x) FROM n")]
    [InlineData(Endless + "SELECT x FROM n ORDER BY x % 1000, x DESC")]
    [InlineData(Endless + "SELECT count(*) FROM n a, n b")]
    public async Task ACancelledQuery_Ends(string sql)
    {
        using var stop = new CancellationTokenSource();
        var asked = Asked.Nothing.AskAsync(sql, cancellation: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task AQueryThatWaitsForALoad_IsCancelledToo()
    {
        using var stop = new CancellationTokenSource();
        var waits = new TaskCompletionSource();
        var table = new ChunkTable(FlowLog.Chunks.ChunkEncoder.Encode(Flows.FlowColumns.Of(SomeRecords.Of(1, 10))))
        {
            BeforeLoad = cancellation =>
            {
                waits.SetResult();
                return Task.Delay(Timeout.Infinite, cancellation);
            },
        };
        var asked = table.AskAsync("SELECT count(*) FROM log", cancellation: stop.Token);

        await waits.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task ManyQueriesAtOnce_AllGetTheirAnswers()
    {
        var table = ChunkTable.Of(SomeRecords.Of(1, 500), rows: 50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => table.RowsAsync("SELECT count(*) FROM log")));

        Assert.All(answers, rows => Assert.Equal(["500"], rows));
    }
}
