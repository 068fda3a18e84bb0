using FlowLog.Query;

namespace FlowLog.Tests.Query.Sql;

public class GroupPlanTests
{
    private static readonly QueryTable Protocols = new(
        [new("k0", QueryType.Integer), new("m0", QueryType.Integer), new("m1", QueryType.Integer)],
        [[null, 1L, null], [1L, 3L, 30L], [6L, 2L, 1000L], [17L, 5L, 70L]]);

    [Theory]
    [InlineData("SELECT count(*) AS c, protocol p, sum(bytes) FROM log GROUP BY protocol", "c bigint, p bigint, sum(bytes) bigint", "1  ", "3 1 30", "2 6 1000", "5 17 70")]
    [InlineData("SELECT PROTOCOL, count(*) , sum( bytes )*8/60  , 'x' FROM log GROUP BY 1", "protocol bigint, count(*) bigint, sum( bytes )*8/60 bigint, 'x' varchar", " 1  x", "1 3 4 x", "6 2 133 x", "17 5 9 x")]
    [InlineData("SELECT protocol, count(*) / 2.0, sum(bytes)/0 FROM log GROUP BY 1", "protocol bigint, count(*) / 2.0 double, sum(bytes)/0 bigint", " 0.5 ", "1 1.5 ", "6 1 ", "17 2.5 ")]
    [InlineData("SELECT protocol, count(*) c, sum(bytes) FROM log GROUP BY 1 HAVING c > 1 AND sum(bytes) < 100 LIMIT 1 OFFSET 1", "protocol bigint, c bigint, sum(bytes) bigint", "17 5 70")]
    [InlineData("SELECT protocol, count(*), sum(bytes) s FROM log GROUP BY 1 ORDER BY s/count(*) DESC LIMIT 3", "protocol bigint, count(*) bigint, s bigint", "6 2 1000", "17 5 70", "1 3 30")]
    public void Groups_AreShownAsTheStatementSays(string sql, string columns, params string[] rows)
    {
        var answer = PlanText.Plan(sql)!.Show(Protocols);
        Assert.Equal(columns, string.Join(", ", answer.Columns.Select(column => $"{column.Name} {TypeOf(column)}")));
        Assert.Equal(rows, answer.Rows.Select(row => string.Join(' ', row.Select(value => FormattableString.Invariant($"{value}")))));
        Assert.False(answer.IsCut);
    }

    [Fact]
    public void ADefaultLimit_IsForStatementsWithoutOne()
    {
        var plan = PlanText.Plan("SELECT protocol, count(*), sum(bytes) FROM log GROUP BY 1")!;
        Assert.False(plan.HasLimit);
        Assert.Equal(3, plan.WithDefaultLimit(2).Query.Limit);
        Assert.Equal((2, true), (plan.WithDefaultLimit(2).Show(Protocols).Rows.Count, plan.WithDefaultLimit(2).Show(Protocols).IsCut));
        Assert.False(plan.WithDefaultLimit(4).Show(Protocols).IsCut);

        var limited = PlanText.Plan("SELECT protocol, count(*), sum(bytes) FROM log GROUP BY 1 LIMIT 4")!;
        Assert.True(limited.HasLimit);
        Assert.Same(limited, limited.WithDefaultLimit(2));

        var finished = PlanText.Plan("SELECT protocol, count(*), sum(bytes) FROM log GROUP BY 1 HAVING count(*) > 1")!.WithDefaultLimit(2);
        Assert.Equal((2, true), (finished.Show(Protocols).Rows.Count, finished.Show(Protocols).IsCut));
    }

    [Theory]
    [InlineData("SELECT count(*), sum(bytes)*8 FROM log", 1L, long.MaxValue / 4)]
    [InlineData("SELECT from_unixtime(max(start)) FROM log", 253_402_300_800L)]
    [InlineData("SELECT count(*) FROM log HAVING count(*) > 0.5", long.MaxValue)]
    public void WhatGoesBeyondItsKind_IsLeftToSqlite(string sql, params long[] row)
    {
        var plan = PlanText.Plan(sql)!;
        Assert.Throws<OverflowException>(() => plan.Show(new([], [[.. row.Cast<object?>()]])));
    }

    private static string TypeOf(QueryColumn column) => column.Type switch
    {
        QueryType.Integer => "bigint",
        QueryType.Real => "double",
        _ => "varchar",
    };
}
