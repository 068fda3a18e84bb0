using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Query.Sql;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests;

/// <summary>Statements as people write them, in a full order: columns and SQLite answer the same, names and types too.</summary>
public class PlannedStatementTests
{
    private static readonly ChunkTable Table = ChunkTable.Of(SomeRecords.Of(5, 700).Select(record => record with { Bytes = record.Bytes % 100_000 }), 300);

    [Theory]
    [InlineData("SELECT count(*), sum(bytes) FROM log WHERE protocol=6 AND dstport=443")]
    [InlineData("SELECT srcaddr, dstaddr, dstport, protocol, sum(bytes) AS b FROM log GROUP BY 1, 2, 3, 4 ORDER BY b DESC, 1, 2, 3, 4 LIMIT 10")]
    [InlineData("SELECT dstport, protocol, count(*), sum(bytes), sum(packets) FROM log GROUP BY dstport, protocol ORDER BY dstport, protocol")]
    [InlineData("SELECT addr, sum(bytes) AS b FROM (SELECT srcaddr AS addr, bytes FROM log UNION ALL SELECT dstaddr, bytes FROM log) GROUP BY addr ORDER BY b DESC, addr LIMIT 10")]
    [InlineData("SELECT addr, sum(bytes) AS b FROM log CROSS JOIN UNNEST(ARRAY[srcaddr, dstaddr]) AS t(addr) WHERE direction = 'in' GROUP BY addr ORDER BY b DESC, addr LIMIT 10")]
    [InlineData("SELECT t.addr, count(*) FROM (SELECT srcaddr AS addr WHERE bytes > 9 UNION ALL SELECT dstaddr) t WHERE t.addr <> '10.0.0.1' GROUP BY addr ORDER BY 2 DESC, 1")]
    [InlineData("WITH t AS (SELECT * FROM log WHERE bytes > 100) SELECT \"eni-id\", count(*) FROM t GROUP BY 1 ORDER BY 1")]
    [InlineData("SELECT date_trunc('minute', __time__) AS t, action, count(*) GROUP BY t, action ORDER BY t, action")]
    [InlineData("SELECT date_trunc('HOUR', from_unixtime(start)), max(end), min(\"start\") FROM log GROUP BY 1 ORDER BY 1")]
    [InlineData("SELECT date_format(from_unixtime(__time__ - __time__ % 60), '%Y-%m-%d %H:%i') AS time, sum(bytes)*8/60 AS rate FROM log GROUP BY time ORDER BY time OFFSET 3 LIMIT 5")]
    [InlineData("SELECT date_format(__time__, '%Y/%m/%d_%H'), count(1) AS \"how \"\"many\"\"\" FROM log GROUP BY 1 ORDER BY 1")]
    [InlineData("SELECT from_unixtime(__time__ - __time__ % 300) t, avg(bytes) FROM log GROUP BY __time__ - __time__ % 300 ORDER BY t DESC LIMIT 2, 3")]
    [InlineData("SELECT \"start\"/60, sum(bytes * 8), from_unixtime(max(\"end\")) FROM log GROUP BY start/60 ORDER BY 1")]
    [InlineData("SELECT direction, avg(bytes) a FROM log GROUP BY 1 HAVING a > 100 OR direction IS NULL ORDER BY direction")]
    [InlineData("SELECT srcaddr, sum(bytes)/count(*) FROM log GROUP BY srcaddr HAVING count(*) BETWEEN 2 AND 90 ORDER BY sum(bytes)*1.0/count(*) DESC, srcaddr LIMIT 7")]
    [InlineData("SELECT DISTINCT protocol, \"type\", log_status FROM log ORDER BY 3, 1, 2")]
    [InlineData("SELECT start - start % 300 AS start, count(*) FROM log GROUP BY 1 ORDER BY start DESC")]
    [InlineData("SELECT COUNT( * ) , Sum(bytes)FROM log WHERE ip_in_cidr(srcaddr, '10.0.1.77/25') OR NOT ip_in_cidr(dstaddr,'2001:db8::/32')")]
    [InlineData("SELECT count(srcaddr), count(type), count(start), count(*) FROM log WHERE action IS NOT NULL OR \"rule-id\" IS NULL")]
    [InlineData("SELECT count(*) FROM log WHERE srcaddr LIKE '10.0.1.%' OR dstaddr LIKE '2001:%_4' OR srcaddr LIKE '%.1.%'")]
    [InlineData("SELECT count(*) FROM log WHERE NOT (vm_id <> 'i-1' OR eni_id IN ('eni-a', '') AND action = 'accept')")]
    [InlineData("SELECT count(*), sum(bytes), max(bytes) FROM log WHERE start < 5")]
    [InlineData("SELECT protocol, count(*) FROM log WHERE start < 5 GROUP BY protocol ORDER BY 1")]
    public async Task Columns_AnswerAsSqlite(string sql)
    {
        Assert.True(FlowQuery.TryParse($"* | {sql}", out var query, out var problems), string.Join('\n', problems));
        Assert.True(GroupPlanner.TryPlan(query.Sql!, query.Search, out var plan));
        plan = plan.WithDefaultLimit(new QueryLimits().Rows);

        var groups = await GroupRun.RunAsync(plan.Query, Table, 1, default);
        var (expected, _) = await SqliteRun.RunAsync(query.Sql!, query.Search, Table, new(), default);

        var answer = plan.Show(groups.Table);
        Assert.Equal(expected.Columns, answer.Columns);
        Assert.Equal(expected.Rows, answer.Rows);
        Assert.Equal(expected.IsCut, answer.IsCut);
    }
}
