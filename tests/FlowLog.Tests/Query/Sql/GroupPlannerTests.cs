using FlowLog.Flows;
using FlowLog.Query.Sql;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Sql;

public class GroupPlannerTests
{
    [Theory]
    [InlineData("SELECT count(*) FROM log", "all by nothing of count(*)")]
    [InlineData("select COUNT(1) c", "all by nothing of count(*)")]
    [InlineData("SELECT count(*), sum(bytes) FROM log WHERE protocol=6 AND dstport=443", "(protocol=[6] and dstport=[443]) by nothing with bytes of count(*), sum(bytes)")]
    [InlineData("SELECT srcaddr, sum(bytes) AS b FROM log GROUP BY srcaddr ORDER BY b DESC LIMIT 10", "all by srcaddr with bytes of sum(bytes) order 1 desc limit 0,10")]
    [InlineData("SELECT srcaddr, dstaddr, dstport, protocol, sum(bytes) FROM log GROUP BY 1,2,3,4 ORDER BY 5 DESC LIMIT 10", "all by srcaddr, dstaddr, dstport, protocol with bytes of sum(bytes) order 4 desc limit 0,10")]
    [InlineData("SELECT dstport, protocol, count(*), sum(bytes), sum(packets) FROM log GROUP BY dstport, protocol ORDER BY sum(bytes) DESC, dstport LIMIT 20, 10", "all by dstport, protocol with bytes, packets of count(*), sum(bytes), sum(packets) order 3 desc, 0 limit 20,10")]
    [InlineData("SELECT \"eni-id\", vpc_id FROM log l GROUP BY l.eni_id, \"VPC-ID\" LIMIT 5 OFFSET 7", "all by eni-id, vpc-id of  limit 7,5")]
    [InlineData("SELECT srcaddr FROM log GROUP BY srcaddr OFFSET 3 LIMIT 10001", "all by srcaddr of  limit 3,10001")]
    [InlineData("SELECT DISTINCT direction, action FROM log ORDER BY action", "all by direction, action of  order 1")]
    [InlineData("SELECT min(start), max(\"end\"), avg(bytes) FROM log", "all by nothing with start, end, bytes of minimum(start), maximum(end), average(bytes)")]
    [InlineData("SELECT count(bytes), count(srcaddr), count(start), count(type) FROM log", "all by nothing with bytes, packets of count(bytes), count(packets), count(*)")]
    [InlineData("SELECT srcaddr FROM log GROUP BY srcaddr ORDER BY sum(bytes)*8 DESC", "all by srcaddr with bytes of sum(bytes) order 1 desc")]
    [InlineData("SELECT srcaddr, sum(bytes)/60 FROM log GROUP BY srcaddr ORDER BY 2", "all by srcaddr with bytes of sum(bytes) order 1")]
    [InlineData("SELECT sum(bytes*8) FROM log", "all by nothing with bytes of sum(bytes)")]
    [InlineData("SELECT sum(\"end\"-start) FROM log", "all by nothing with end, start of sum(end), sum(start)")]
    public void SimpleAggregates_ArePlanned(string sql, string plan) => Assert.Equal(plan, PlanText.Of(PlanText.Plan(sql)!.Query));

    [Theory]
    [InlineData("date_trunc('minute', from_unixtime(__time__))", "start/60")]
    [InlineData("date_trunc('hour', __time__)", "start/3600")]
    [InlineData("date_trunc('day', date_trunc('hour', start))", "start/86400")]
    [InlineData("__time__ - __time__ % 60", "start/60")]
    [InlineData("__time__ / 60 * 60", "start/60")]
    [InlineData("60 * (start / 60)", "start/60")]
    [InlineData("start - start % (5*60)", "start/300")]
    [InlineData("\"start\"/60", "start/60")]
    [InlineData("start/60 + 1", "start/60")]
    [InlineData("start/60/60", null)]
    [InlineData("(start - start % 60)/3600", "start/3600")]
    [InlineData("from_unixtime(__time__ - __time__ % 60)", "start/60")]
    [InlineData("from_unixtime(start)", "start")]
    [InlineData("date_format(from_unixtime(__time__ - __time__ % 60), '%Y-%m-%d %H:%i')", "start/60")]
    [InlineData("date_format(from_unixtime(__time__ - __time__ % 300), '%Y-%m-%d %H:%i:00')", "start/300")]
    [InlineData("date_format(date_trunc('minute', __time__), '%Y-%m-%d %T')", "start/60")]
    [InlineData("date_format(from_unixtime(start), '%Y/%m/%d')", "start/86400")]
    [InlineData("date_format(from_unixtime(start - start % 7), '%Y-%m-%d %H:%i')", null)]
    [InlineData("date_format(from_unixtime(start), '%H:%i')", null)]
    [InlineData("date_format(from_unixtime(start), '%d.%m.%Y')", null)]
    [InlineData("date_format(from_unixtime(start), '%Y-%m-%d %W')", null)]
    [InlineData("date_trunc('week', start)", null)]
    [InlineData("date_format(__time__, '%Y-%m-%d %H')", "start/3600")]
    [InlineData("date_format(__time__ / 60, '%Y-%m-%d %H')", null)]
    [InlineData("date_trunc('hour', start/60)", null)]
    [InlineData("start % 60", null)]
    [InlineData("start - \"end\" % 60", null)]
    [InlineData("start / 0", null)]
    [InlineData("start - start % -60", null)]
    [InlineData("start / 60.0", null)]
    [InlineData("bytes / 1000 * 1000", "bytes/1000")]
    [InlineData("srcaddr + 1", null)]
    [InlineData("'x'", null)]
    public void Stretches_AreKeys(string key, string? stretch)
    {
        var plan = PlanText.Plan($"SELECT {key} AS t, count(*) FROM log GROUP BY t ORDER BY t");
        Assert.Equal(stretch is null ? null : $"all by {stretch} of count(*) order 0", plan is null ? null : PlanText.Of(plan.Query));
    }

    [Theory]
    [InlineData("bytes > 10", "bytes=[11..]")]
    [InlineData("bytes >= 10", "bytes=[10..]")]
    [InlineData("10 >= bytes", "bytes=[..10]")]
    [InlineData("bytes < 1024*1024", "bytes=[..1048575]")]
    [InlineData("bytes <> -5", "not bytes=[-5]")]
    [InlineData("bytes != 5 OR NOT packets == 1", "(not bytes=[5] or not packets=[1])")]
    [InlineData("dstport BETWEEN 1 AND 1023 AND protocol = 6", "(dstport=[1..1023] and protocol=[6])")]
    [InlineData("dstport NOT BETWEEN 1 AND 1023", "not dstport=[1..1023]")]
    [InlineData("dstport IN (80, 443)", "dstport=[80 443]")]
    [InlineData("NOT dstport NOT IN (80)", "not not dstport=[80]")]
    [InlineData("action = 'REJECT'", "action=[2]")]
    [InlineData("action = 'reject'", "action=[]")]
    [InlineData("'OK' <> log_status", "not log-status=[0]")]
    [InlineData("action IN ('ACCEPT','REJECT')", "action=[1 2]")]
    [InlineData("srcaddr = '10.0.0.1'", "srcaddr=[10.0.0.1/32]")]
    [InlineData("srcaddr = '2001:db8::1'", "srcaddr=[2001:db8::1/128]")]
    [InlineData("srcaddr = '2001:DB8::1'", "srcaddr=[]")]
    [InlineData("srcaddr = '10.0.0.1/32'", "srcaddr=[]")]
    [InlineData("ip_in_cidr(srcaddr, '10.0.0.0/8')", "srcaddr=[10.0.0.0/8]")]
    [InlineData("vpc_id = 'vpc-1' OR \"rule-id\" IN ('a','b')", "(vpc-id=[vpc-1] or rule-id=[a b])")]
    [InlineData("bytes > 9223372036854775807", "bytes=[]")]
    [InlineData("protocol = 6 AND (dstport = 443 AND bytes > 1) AND (start > 2 OR start < 1 OR start = 9)", "(protocol=[6] and dstport=[443] and bytes=[2..] and (start=[3..] or start=[..0] or start=[9]))")]
    [InlineData("1=1 AND start >= 5", "start=[5..]")]
    [InlineData("1 > 2", "none")]
    [InlineData("1", "all")]
    [InlineData("a = 5", null)]
    [InlineData("bytes = '5'", null)]
    [InlineData("bytes = 5.5", null)]
    [InlineData("bytes = NULL", null)]
    [InlineData("bytes > packets", null)]
    [InlineData("bytes", null)]
    [InlineData("srcaddr < '2'", null)]
    [InlineData("srcaddr = 5", null)]
    [InlineData("srcaddr LIKE '10.%'", "srcaddr=[10.0.0.0/8]")]
    [InlineData("srcaddr NOT LIKE '10.1.255.%'", "not srcaddr=[10.1.255.0/24]")]
    [InlineData("srcaddr LIKE '10.1.2.3.%'", "srcaddr like 10.1.2.3.*")]
    [InlineData("srcaddr LIKE '10.01.%'", "srcaddr like 10.01.*")]
    [InlineData("srcaddr LIKE '.%'", "srcaddr like .*")]
    [InlineData("srcaddr LIKE '%:_'", "srcaddr like *:?")]
    [InlineData("srcaddr LIKE '2001:DB8:%'", null)]
    [InlineData("srcaddr LIKE ''", null)]
    [InlineData("srcaddr LIKE '10.%' ESCAPE '.'", null)]
    [InlineData("vpc_id LIKE 'vpc%'", null)]
    [InlineData("srcaddr = \"10.0.0.1\"", null)]
    [InlineData("ip_in_cidr(srcaddr, '10.0.0.1/8')", "srcaddr=[10.0.0.0/8]")]
    [InlineData("ip_in_cidr(srcaddr, '10.0.0.0/33')", null)]
    [InlineData("vpc_id IS NULL OR action IS NOT NULL", "(not has vpc-id or not not has action)")]
    [InlineData("ip_in_cidr(vpc_id, '10.0.0.0/8')", null)]
    [InlineData("bytes = 9223372036854775807 + 1", null)]
    [InlineData("bytes > 9223372036854775808", null)]
    [InlineData("bytes & 1", null)]
    [InlineData("bytes IN (SELECT 1)", null)]
    [InlineData("count(*) > 1", null)]
    [InlineData("action = 'ACCEPT' COLLATE nocase", null)]
    [InlineData("end IS 5", null)]
    public void Conditions_ArePredicates(string where, string? predicate)
    {
        var plan = PlanText.Plan($"SELECT count(*) FROM log WHERE {where}");
        Assert.Equal(predicate, plan is null ? null : PlanText.Of(plan.Query.Selections[0].Where));
    }

    [Theory]
    [InlineData("SELECT addr, sum(bytes) FROM (SELECT srcaddr AS addr, bytes FROM log UNION ALL SELECT dstaddr, bytes FROM log) GROUP BY addr ORDER BY 2 DESC LIMIT 10")]
    [InlineData("SELECT t.addr, sum(t.bytes) AS b FROM (SELECT srcaddr addr, bytes FROM log UNION ALL SELECT dstaddr AS x, bytes FROM log l) AS t GROUP BY addr ORDER BY b DESC LIMIT 10")]
    [InlineData("WITH t AS (SELECT srcaddr AS addr, bytes UNION ALL SELECT dstaddr AS addr, bytes) SELECT addr, sum(bytes) FROM t GROUP BY addr ORDER BY sum(bytes) DESC LIMIT 10")]
    [InlineData("SELECT addr, sum(bytes) FROM log CROSS JOIN UNNEST(ARRAY[srcaddr, dstaddr]) AS t(addr) GROUP BY addr ORDER BY 2 DESC LIMIT 10")]
    [InlineData("SELECT t.addr, sum(l.bytes) FROM log AS l, unnest(array[l.srcaddr, dstaddr]) t(addr) GROUP BY 1 ORDER BY 2 DESC LIMIT 10")]
    public void EitherSide_IsTwoSelections(string sql) =>
        Assert.Equal("all by srcaddr with bytes + all by dstaddr with bytes of sum(bytes) order 1 desc limit 0,10", PlanText.Of(PlanText.Plan(sql)!.Query));

    [Fact]
    public void ConditionsOfSelections_HoldForTheirRecords()
    {
        const string Sql = """
            SELECT addr, count(*) FROM (
              SELECT srcaddr AS addr, srcport AS port FROM log WHERE direction = 'in'
              UNION ALL SELECT dstaddr, dstport FROM log)
            WHERE port = 443 GROUP BY addr
            """;
        Assert.True(GroupPlanner.TryPlan(Statement(Sql), FlowPredicate.Equal(FlowFields.Protocol, 6), out var plan));
        Assert.Equal(
            "(protocol=[6] and direction=[1] and srcport=[443]) by srcaddr + (protocol=[6] and dstport=[443]) by dstaddr of count(*)",
            PlanText.Of(plan.Query));
    }

    [Theory]
    [InlineData("SELECT protocol, count(*) FROM log GROUP BY protocol HAVING count(*) > 5 ORDER BY 2 DESC LIMIT 3", "all by protocol of count(*) order 1 desc limit 0,250001")]
    [InlineData("SELECT protocol, count(*) AS c FROM log GROUP BY 1 HAVING c IN (1, 2) AND protocol BETWEEN 1 AND 6", "all by protocol of count(*) limit 0,250001")]
    [InlineData("SELECT protocol FROM log GROUP BY protocol ORDER BY sum(bytes)/count(*), 1 LIMIT 5, 3", "all by protocol with bytes of sum(bytes), count(*) limit 0,250001")]
    [InlineData("SELECT protocol FROM log GROUP BY protocol ORDER BY sum(bytes)/1000, protocol", "all by protocol with bytes of sum(bytes) limit 0,250001")]
    public void WhatIsReckonedOfGroups_IsDoneBehindThem(string sql, string plan) => Assert.Equal(plan, PlanText.Of(PlanText.Plan(sql)!.Query));

    [Theory]
    [InlineData("SELECT * FROM log")]
    [InlineData("SELECT srcaddr FROM log")]
    [InlineData("SELECT 1")]
    [InlineData("SELECT srcaddr, count(*) FROM log")]
    [InlineData("SELECT srcaddr, bytes, count(*) FROM log GROUP BY srcaddr")]
    [InlineData("SELECT *, count(*) FROM log GROUP BY srcaddr")]
    [InlineData("SELECT count(DISTINCT srcaddr) FROM log")]
    [InlineData("SELECT count(*) FILTER (WHERE bytes > 1) FROM log")]
    [InlineData("SELECT count(*) OVER () FROM log")]
    [InlineData("SELECT count(vpc_id) FROM log")]
    [InlineData("SELECT count(action) FROM log")]
    [InlineData("SELECT min(srcaddr) FROM log")]
    [InlineData("SELECT sum(srcaddr) FROM log")]
    [InlineData("SELECT sum(bytes + start) FROM log")]
    [InlineData("SELECT sum(bytes / 2) FROM log")]
    [InlineData("SELECT min(bytes, packets) FROM log")]
    [InlineData("SELECT approx_distinct(srcaddr) FROM log")]
    [InlineData("SELECT count(*) FROM log WHERE count(*) > 1")]
    [InlineData("SELECT sum(bytes) b FROM log GROUP BY b")]
    [InlineData("SELECT count(*) FROM log GROUP BY 1")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY 3")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY 3")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY bytes")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY -count(*)")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY 2 NULLS LAST")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY srcaddr COLLATE NOCASE")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr LIMIT -1")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr LIMIT 5+5")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr LIMIT 1000001")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr LIMIT 0, 10001")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr LIMIT 5 OFFSET 9223372036854775807")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr OFFSET 5")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr HAVING bytes > 5")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr HAVING srcaddr > 5")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr HAVING count(*)")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr HAVING avg(srcaddr) > 5")]
    [InlineData("SELECT srcaddr FROM log HAVING count(*) > 5")]
    [InlineData("SELECT srcaddr, count(*) FROM log GROUP BY srcaddr ORDER BY 1 + 1")]
    [InlineData("SELECT DISTINCT srcaddr FROM log HAVING srcaddr = 'a'")]
    [InlineData("SELECT DISTINCT srcaddr, count(*) FROM log")]
    [InlineData("SELECT DISTINCT srcaddr FROM log ORDER BY count(*)")]
    [InlineData("SELECT DISTINCT srcport % 2 FROM log")]
    [InlineData("SELECT count(*) FROM logs")]
    [InlineData("SELECT count(*) FROM main.log")]
    [InlineData("SELECT count(*) FROM log AS")]
    [InlineData("SELECT count(*) FROM log, log")]
    [InlineData("SELECT count(*) FROM log a JOIN log b ON a.start = b.start")]
    [InlineData("SELECT count(*) FROM log UNION ALL SELECT count(*) FROM log")]
    [InlineData("SELECT log.srcaddr, count(*) FROM log l GROUP BY 1")]
    [InlineData("SELECT count(*) FROM (SELECT srcaddr FROM log LIMIT 5)")]
    [InlineData("SELECT count(*) FROM (SELECT DISTINCT srcaddr FROM log)")]
    [InlineData("SELECT count(*) FROM (SELECT count(*) c FROM log)")]
    [InlineData("SELECT count(*) FROM (SELECT 1 AS a)")]
    [InlineData("SELECT count(*) FROM (SELECT srcaddr FROM log UNION SELECT dstaddr FROM log)")]
    [InlineData("SELECT a, count(*) FROM (SELECT srcaddr a FROM log UNION ALL SELECT dstport FROM log) GROUP BY a")]
    [InlineData("SELECT a, count(*) FROM (SELECT srcaddr a, bytes FROM log UNION ALL SELECT dstaddr FROM log) GROUP BY a")]
    [InlineData("SELECT a, count(*) FROM (SELECT action a FROM log UNION ALL SELECT direction FROM log) GROUP BY a")]
    [InlineData("SELECT a, count(*) FROM (SELECT srcaddr a, dstaddr a FROM log) GROUP BY a")]
    [InlineData("WITH log AS (SELECT srcaddr FROM log) SELECT count(*) FROM log")]
    [InlineData("WITH RECURSIVE t AS (SELECT srcaddr FROM log) SELECT count(*) FROM t")]
    [InlineData("SELECT addr, count(*) FROM log CROSS JOIN UNNEST(ARRAY[srcaddr, dstaddr]) AS t(bytes) GROUP BY 1")]
    [InlineData("VALUES (1)")]
    public void WhatIsNotCertain_IsLeftToSqlite(string sql) => Assert.Null(PlanText.Plan(sql));

    private static SqlStatement Statement(string sql) =>
        FlowLog.Query.FlowQuery.TryParse(sql, out var query, out _) ? query.Sql! : throw new ArgumentException(sql);
}
