using FlowLog.Query;
using FlowLog.Scan;
using FlowLog.Sql.Tests.Support;
using FlowLog.Tests.Query.Grouping;
using FlowLog.Tests.Query.Sql;

namespace FlowLog.Sql.Tests;

public sealed class FlowQueriesTests
{
    /// <summary>Enough for all groups of the records drawn.</summary>
    private static readonly QueryLimits Wide = new() { Rows = 10_000, Threads = 2 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ASimpleAggregate_IsAnsweredOverColumns_AsSqliteAnswersIt(int seed)
    {
        for (var round = 0; round < 25; round++)
        {
            var random = new Random((seed * 1_000) + round);
            var records = TrafficRows.Of(random.Next(), random.Next(1, 300));
            var statement = new SomeStatements(random, records).Next();
            var table = ChunkTable.Of(records, random.Next(1, 200));
            Assert.True(FlowQuery.TryParse(statement.Sql, out var query, out _));

            var answer = await FlowQueries.RunAsync(query, FlowPredicate.All, table, Wide, default);
            var (plain, _) = await SqliteRun.RunAsync(query.Sql!, FlowPredicate.All, table, Wide, default);

            Assert.True(answer.IsVectorised, statement.Sql);
            SameAnswer.Assert(statement, plain, answer.Table);
            Assert.Equal((statement.Sql, string.Join(',', plain.Columns.Select(column => column.Name))), (statement.Sql, string.Join(',', answer.Table.Columns.Select(column => column.Name))));
        }
    }

    [Fact]
    public async Task AnythingElse_IsAnsweredBySqlite()
    {
        var answer = await ChunkTable.Of(SomeRecords.Of(1, 100)).AskAsync("SELECT approx_distinct(srcaddr) FROM log");

        Assert.False(answer.IsVectorised);
    }

    [Fact]
    public async Task ASumBeyondWholeNumbers_IsAProblemOnEitherWay()
    {
        var table = ChunkTable.Of(SomeRecords.Of(1, 300).Where(record => record.Bytes > long.MaxValue / 4));

        Assert.Equal("IntegerOverflow", (await table.ProblemAsync("SELECT sum(bytes) FROM log")).Code);
    }

    [Fact]
    public async Task TheDefaultOfRows_HoldsOnEitherWay()
    {
        var table = ChunkTable.Of(Enumerable.Range(0, 300).Select(i => new Flows.FlowRecord { Bytes = i, Packets = 1 }));

        var (vectorised, plain) = (await table.AskAsync("SELECT bytes, sum(packets) FROM log GROUP BY bytes"), await table.AskAsync("SELECT bytes, total(packets) FROM log GROUP BY bytes"));

        Assert.Equal((true, 100, true), (vectorised.IsVectorised, vectorised.Table.Rows.Count, vectorised.Table.IsCut));
        Assert.Equal((false, 100, true), (plain.IsVectorised, plain.Table.Rows.Count, plain.Table.IsCut));
    }
}
