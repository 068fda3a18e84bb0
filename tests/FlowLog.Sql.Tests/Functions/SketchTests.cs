using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Functions;

/// <summary>Functions that estimate stay within the errors that the documentation states.</summary>
public sealed class SketchTests
{
    private const string Numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {0}) SELECT {1} FROM n";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    public async Task FewDifferentValues_AreCountedExactly(int count)
    {
        var query = $"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5000) SELECT approx_distinct(concat('v', x)) FROM n WHERE x <= {count}";

        Assert.Equal([$"{count}"], await Asked.Nothing.RowsAsync(query));
    }

    [Theory]
    [InlineData(4_097)]
    [InlineData(20_000)]
    [InlineData(200_000)]
    public async Task ManyDifferentValues_AreCountedWithinFourStandardErrors(int count)
    {
        var rows = await Asked.Nothing.RowsAsync(string.Format(null, Numbers, count, "approx_distinct(concat('10.', x))"));

        Assert.InRange(long.Parse(rows[0]), count * (1 - (4 * 0.01625)), count * (1 + (4 * 0.01625)));
    }

    [Fact]
    public async Task WholeAndRealNumbersThatAreEqual_AreOneValue() =>
        Assert.Equal(["2"], await Asked.Nothing.RowsAsync("SELECT approx_distinct(column1) FROM (VALUES (1), (1.0), ('1'))"));

    [Theory]
    [InlineData(0.0, "1")]
    [InlineData(0.25, "2")]
    [InlineData(0.5, "5")]
    [InlineData(0.51, "6")]
    [InlineData(1.0, "10")]
    public async Task APercentileOfFewValues_IsOneOfThem(double share, string value) =>
        Assert.Equal([value], await Asked.Nothing.RowsAsync($"SELECT approx_percentile(column1, {share.ToString(System.Globalization.CultureInfo.InvariantCulture)}) FROM (VALUES (1), (2), (2), (3), (5), (6), (7), (8), (9), (10))"));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(1.0)]
    public async Task APercentileOfManyValues_HasAboutItsRank(double share)
    {
        const int Count = 50_000;
        var shown = share.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var rows = await Asked.Nothing.RowsAsync(string.Format(null, Numbers, Count, $"approx_percentile((x * 7919) % {Count}, {shown})"));

        Assert.InRange(long.Parse(rows[0]), (share * Count) - (0.01 * Count), (share * Count) + (0.01 * Count));
    }
}
