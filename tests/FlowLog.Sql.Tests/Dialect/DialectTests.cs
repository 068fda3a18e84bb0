using FlowLog.Flows;
using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Dialect;

/// <summary>Log Service's SQL beside SQLite's.</summary>
public sealed class DialectTests
{
    private static readonly ChunkTable Table = ChunkTable.Of([.. Enumerable.Range(0, 6).Select(i => new FlowRecord
    {
        EniId = $"eni-{i % 2}",
        Flow = new(IpAddress.Parse($"10.0.0.{i}"), IpAddress.Parse("10.0.0.0"), 50_000, (ushort)(i < 4 ? 443 : 53), (byte)(i < 4 ? 6 : 17)),
        Action = i == 5 ? FlowAction.Reject : FlowAction.Accept,
        Packets = 1,
        Bytes = 10 * (i + 1),
        Start = 1_767_225_600 + (i * 50),
        End = 1_767_225_600 + (i * 50) + 10,
    })]);

    [Theory]
    [InlineData("SELECT count(*)", "6")]
    [InlineData("SELECT count(1), sum(bytes) AS bytes", "6|210")]
    [InlineData("SELECT dstport, count(*) AS c GROUP BY dstport ORDER BY c DESC", "443|4;53|2")]
    [InlineData("SELECT max(x) FROM (SELECT bytes / 20 AS x WHERE dstport = 443)", "2")]
    [InlineData("WITH a AS (SELECT srcaddr, bytes), b AS (SELECT * WHERE action = 'REJECT') SELECT a.bytes FROM a JOIN b ON a.srcaddr = b.srcaddr", "60")]
    [InlineData("SELECT bytes WHERE bytes > 50 UNION ALL SELECT packets WHERE bytes > 50", "60;1")]
    [InlineData("SELECT 1", "1")]
    [InlineData("SELECT 1 AS bytes", "1")]
    [InlineData("SELECT 1 bytes", "1")]
    [InlineData("SELECT 'bytes'", "bytes")]
    [InlineData("SELECT (SELECT max(bytes)), 2", "60|2")]
    [InlineData("SELECT count(DISTINCT \"eni-id\")", "2")]
    [InlineData("SELECT bytes IS DISTINCT FROM 10 AS d, count(*) GROUP BY 1 ORDER BY 1", "0|1;1|5")]
    public async Task WithoutFrom_ASelectIsAboutTheLog_IfItTellsOfRows(string sql, string rows) => await AssertRows(sql, rows);

    [Theory]
    [InlineData("SELECT 7 / 2, 7 / 2.0, -7 / 2, 7 % 3", "3|3.5|-3|1")]
    [InlineData("SELECT 1 / 0, 1 % 0, 1.0 / 0", "NULL|NULL|NULL")]
    [InlineData("SELECT 'a' || 'b' || 1, 'a' || NULL", "ab1|NULL")]
    [InlineData("SELECT 'Accept' LIKE 'acc%', 'Accept' LIKE 'Acc%', 'a_c' LIKE 'a\\_c' ESCAPE '\\'", "0|1|1")]
    [InlineData("SELECT CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END, CASE 3 WHEN 3 THEN 'c' END", "b|c")]
    [InlineData("SELECT CAST('12' AS bigint), CAST(2.5 AS integer), CAST('1.5' AS double), CAST(12 AS varchar), CAST('abc' AS varchar(2)), CAST('true' AS boolean)", "12|3|1.5|12|ab|1")]
    [InlineData("SELECT TRY_CAST('x' AS bigint), TRY_CAST('x' AS double), TRY_CAST('x' AS timestamp), CAST(NULL AS bigint)", "NULL|NULL|NULL|NULL")]
    [InlineData("SELECT TIMESTAMP '2026-01-01 00:00', DATE '2026-01-01 12:00', CAST(0 AS timestamp)", "2026-01-01 00:00:00.000|2026-01-01|1970-01-01 00:00:00.000")]
    [InlineData("SELECT EXTRACT(hour FROM '2026-01-01 07:00:00'), EXTRACT(YEAR FROM TIMESTAMP '2026-01-01 07:00:00')", "7|2026")]
    [InlineData("SELECT 1 WHERE 1 IN (1, 2) AND EXISTS (SELECT 1 FROM log WHERE bytes = 10) AND NOT 2 BETWEEN 3 AND 4", "1")]
    [InlineData("SELECT coalesce(NULL, 2), nullif(1, 1), if(1 = 1, 'y', 'n'), if(1 = 2, 'y')", "2|NULL|y|NULL")]
    [InlineData("SELECT 1 -- a comment\n, 2 /* another */;", "1|2")]
    [InlineData("VALUES (1, 'a'), (2, 'b')", "1|a;2|b")]
    [InlineData("SELECT true, false, 1 = 1", "1|0|1")]
    [InlineData("SELECT x FROM (SELECT 1 AS x UNION SELECT 2 UNION SELECT 1) ORDER BY x DESC", "2;1")]
    public async Task AnExpression_IsWorthWhatPrestoSays(string sql, string rows) => await AssertRows("* | " + sql, rows);

    [Theory]
    [InlineData("SELECT srcaddr FROM log ORDER BY bytes LIMIT 1, 2", "10.0.0.1;10.0.0.2")]
    [InlineData("SELECT srcaddr FROM log ORDER BY bytes LIMIT 2 OFFSET 1", "10.0.0.1;10.0.0.2")]
    [InlineData("SELECT srcaddr FROM log ORDER BY bytes OFFSET 1 LIMIT 2", "10.0.0.1;10.0.0.2")]
    [InlineData("SELECT dstport, count(*) FROM log GROUP BY 1 HAVING count(*) > 2", "443|4")]
    [InlineData("SELECT count(*) FILTER (WHERE action = 'REJECT'), count_if(action = 'REJECT') FROM log", "1|1")]
    [InlineData("SELECT date_format(date_trunc('minute', __time__), '%H:%i') AS t, sum(bytes) FROM log GROUP BY t ORDER BY t", "00:00|30;00:01|30;00:02|40;00:03|50;00:04|60")]
    [InlineData("SELECT date_format(from_unixtime(__time__ - __time__ % 60), '%H:%i') AS t, sum(bytes * 8 / 60) FROM log GROUP BY t ORDER BY t LIMIT 1", "00:00|3")]
    [InlineData("SELECT \"eni-id\", rank() OVER (PARTITION BY \"eni-id\" ORDER BY bytes DESC) AS r FROM log ORDER BY bytes DESC LIMIT 2", "eni-1|1;eni-0|1")]
    [InlineData("SELECT a.p, b.p FROM (SELECT DISTINCT dstport p FROM log) a FULL OUTER JOIN (SELECT 53 p UNION SELECT 80) b ON a.p = b.p ORDER BY 1, 2", "NULL|80;53|53;443|NULL")]
    [InlineData("SELECT x, count(*) c FROM log CROSS JOIN UNNEST(ARRAY[srcaddr, dstaddr]) AS t(x) GROUP BY x ORDER BY c DESC, x LIMIT 2", "10.0.0.0|7;10.0.0.1|1")]
    [InlineData("SELECT t.x, n FROM log, UNNEST(ARRAY[srcport, dstport]) WITH ORDINALITY AS t(x, n) WHERE bytes = 10 ORDER BY n", "50000|1;443|2")]
    [InlineData("SELECT sum(CASE WHEN action = 'ACCEPT' THEN 1 ELSE 0 END) AS accept, sum(CASE WHEN action = 'REJECT' THEN 1 ELSE 0 END) FROM log", "5|1")]
    [InlineData("SELECT max(\"end\" - start), min(log.bytes), max(l.x) FROM log, (SELECT 1 AS x) AS l", "10|10|1")]
    public async Task AStatement_IsRunAsItIsMeant(string sql, string rows) => await AssertRows(sql, rows);

    [Theory]
    [InlineData("SELECT \"eni-id\", eni_id, bytes*8, CAST(bytes AS double), count(*) AS c, CURRENT_DATE d FROM log", "eni-id,eni_id,bytes*8,CAST(bytes AS double),c,d")]
    [InlineData("SELECT date '2026-01-01', TRY_CAST('\"' AS varchar) FROM log", "date '2026-01-01',TRY_CAST('\"' AS varchar)")]
    public async Task AColumn_IsCalledAsItIsWritten(string sql, string names) =>
        Assert.Equal(names, string.Join(",", (await Table.AskAsync(sql)).Table.Columns.Select(column => column.Name)));

    [Fact]
    public async Task WithoutLimit_HundredRowsAreAnswered_AndSaidToBeCut()
    {
        const string Many = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {0}) SELECT x FROM n{1}";

        var (cut, whole, asked) = (await Table.AskAsync(string.Format(null, Many, 101, "")), await Table.AskAsync(string.Format(null, Many, 100, "")), await Table.AskAsync(string.Format(null, Many, 101, " LIMIT 100")));

        Assert.Equal((100, true), (cut.Table.Rows.Count, cut.Table.IsCut));
        Assert.Equal((100, false), (whole.Table.Rows.Count, whole.Table.IsCut));
        Assert.Equal((100, false), (asked.Table.Rows.Count, asked.Table.IsCut));
    }

    [Theory]
    [InlineData("SELECT time_series(__time__, '1m', '%H:%i', '0') AS t, count(*) AS c, sum(bytes) WHERE dstport = 53 OR bytes < 20 GROUP BY t", "00:00|1|10;00:01|0|0;00:02|0|0;00:03|1|50;00:04|1|60")]
    [InlineData("SELECT avg(bytes), time_series(__time__, '1m', '%H:%i', 'null') WHERE dstport = 53 OR bytes < 20 GROUP BY 2 ORDER BY 2 DESC", "60.0|00:04;50.0|00:03;NULL|00:02;NULL|00:01;10.0|00:00")]
    [InlineData("SELECT time_series(__time__, '1m', '%H:%i', '0') AS t, count(*) AS c WHERE dstport = 53 OR bytes < 20 GROUP BY t ORDER BY c, t", "00:00|1;00:03|1;00:04|1")]
    [InlineData("SELECT time_series(__time__, '1m', '%H:%i', '0') AS t, dstport, count(*) AS c WHERE bytes < 20 GROUP BY t, dstport", "00:00|443|1")]
    public async Task ATimeSeries_IsFilledIn_WhereRowsAreGroupedByItAlone(string sql, string rows) => await AssertRows(sql, rows);

    [Fact]
    public async Task ATimeSeries_CoversTheRangeOfTheQuery()
    {
        var within = FlowLog.Scan.FlowPredicate.Between(FlowFields.Start, 1_767_225_600 - 60, 1_767_225_600 + 359);

        var answer = await Table.AskAsync("SELECT time_series(__time__, '2m', '%Y-%m-%d %H:%i', '0') AS t, count(*) GROUP BY t", within: within);

        Assert.Equal(["2025-12-31 23:58 0", "2026-01-01 00:00 3", "2026-01-01 00:02 2", "2026-01-01 00:04 1"], answer.Table.Rows.Select(row => $"{row[0]} {row[1]}"));
    }

    [Theory]
    [InlineData("SELECT eni-id FROM log", "UnknownColumn", 8, 6, "eni-id is read as a difference; write \"eni-id\" or eni_id.")]
    [InlineData("SELECT srcadr FROM log", "UnknownColumn", 8, 6, "There is no column srcadr; the nearest is srcaddr.")]
    [InlineData("SELECT bytes FROM log WHERE action = \"ACCEPT\"", "UnknownColumn", 38, 8, "There is no column \"ACCEPT\"; a text stands in single quotes: 'ACCEPT'. As a column, no name is near to it.")]
    [InlineData("SELECT CAST(bytes AS double), nowhere FROM log", "UnknownColumn", 31, 7, "There is no column nowhere; no name is near to it.")]
    [InlineData("SELECT dat_trunc('hour', start) FROM log", "UnknownFunction", 8, 9, "There is no function dat_trunc; the nearest is date_trunc.")]
    [InlineData("SELECT bytes FROM logs", "UnknownTable", 19, 4, "There is no table logs; the table is log.")]
    [InlineData("SELECT date_trunc('hour') FROM log", "WrongArguments", 8, 10, "Expected date_trunc(unit, time), found another number of arguments.")]
    [InlineData("SELECT bytes FROM log WHERE", "SqlSyntaxError", 28, 0, "Expected more, found the end of the query.")]
    [InlineData("SELECT bytes FROM log WHERE bytes ++ ) 3", "SqlSyntaxError", 38, 1, ") cannot stand here.")]
    [InlineData("SELECT CAST(bytes AS money) FROM log", "UnknownType", 22, 5, "There is no type money; there are bigint, double, varchar, boolean, timestamp and date.")]
    [InlineData("SELECT CAST(bytes) FROM log", "SqlSyntaxError", 8, 4, "Expected a type, as in CAST(x AS bigint).")]
    [InlineData("SELECT CAST(\"eni-id\" AS bigint) FROM log", "InvalidValue", 8, 4, "CAST: 'eni-0' cannot be cast to bigint.")]
    [InlineData("SELECT now() - interval '1' day", "SqlSyntaxError", 16, 12, "There are no intervals; write date_add('day', -1, now()).")]
    [InlineData("SELECT bytes FROM log LIMIT 1000001", "TooManyRows", 29, 7, "At most 1000000 rows can be asked for; this is 1000001.")]
    [InlineData("SELECT bytes FROM log LIMIT 5, 10001", "TooManyRows", 32, 5, "At most 10000 rows can be asked for behind others; this is 10001.")]
    [InlineData("SELECT bytes FROM log LIMIT 5 + 5", "SqlSyntaxError", 31, 1, "+ cannot stand here.")]
    [InlineData("SELECT bytes FROM log LIMIT bytes", "SqlSyntaxError", 23, 5, "Expected whole numbers behind LIMIT, as in LIMIT 10 or LIMIT 20, 10.")]
    [InlineData("SELECT start FROM log a, log b", "AmbiguousColumn", 8, 5, "Ambiguous column name: start.")]
    [InlineData("SELECT sum(column1) FROM (VALUES (9223372036854775807), (1))", "IntegerOverflow", 1, 60, "Integer overflow.")]
    [InlineData("SELECT UNNEST(srcaddr)", "SqlSyntaxError", 8, 6, "Expected one list, as in UNNEST(ARRAY[srcaddr, dstaddr]) AS t(addr).")]
    [InlineData("SELECT time_series(start, '1x', '%H', '0') AS t GROUP BY t", "InvalidValue", 27, 4, "time_series: '1x' is no length of time such as 30s, 1m, 2h or 1d, of a year at most.")]
    public async Task AProblem_HasItsCodeAndPlace(string sql, string code, int column, int length, string message)
    {
        var problem = await Table.ProblemAsync(sql);

        Assert.Equal((code, column, length, message), (problem.Code, problem.Column, problem.Length, problem.Message));
    }

    [Fact]
    public async Task APlace_IsTheOneInTheWholeQuery()
    {
        var problem = await Table.ProblemAsync("dstport: 443 |\n  SELECT CAST('ü' AS varchar),\n  'ü', byts FROM log");

        Assert.Equal(("UnknownColumn", 3, 8, 4), (problem.Code, problem.Line, problem.Column, problem.Length));
    }

    private static async Task AssertRows(string sql, string rows) => Assert.Equal(rows, string.Join(";", await Table.RowsAsync(sql)));
}
