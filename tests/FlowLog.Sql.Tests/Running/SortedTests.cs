using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Running;

/// <summary>Sorting more than a cache holds goes through files in memory.</summary>
public sealed class SortedTests
{
    private const string Numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 150000) ";

    [Fact]
    public async Task ManyRows_AreSortedInSeveralPasses() => Assert.Equal(
        ["150000|150000|2"],
        await Asked.Nothing.RowsAsync(Numbers + ", s AS (SELECT lpad(concat((x * 7919) % 150001, '-', x % 2), 40, '.') AS t FROM n), r AS (SELECT t, lag(t) OVER (ORDER BY t) AS before FROM s) SELECT count(*), count_if(before IS NULL OR before < t), count(DISTINCT substr(t, -1)) FROM r"));

    [Fact]
    public async Task ManyGroups_AreAllThere() => Assert.Equal(
        ["150000|150000|1|1"],
        await Asked.Nothing.RowsAsync(Numbers + "SELECT count(*), sum(c), min(c), max(c) FROM (SELECT lpad((x * 7919) % 150001, 30, '.') AS t, count(*) AS c FROM n GROUP BY t)"));
}
