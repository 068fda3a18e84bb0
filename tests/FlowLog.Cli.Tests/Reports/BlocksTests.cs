using FlowLog.Cli.Reports;

namespace FlowLog.Cli.Tests.Reports;

public sealed class BlocksTests
{
    [Theory]
    [InlineData(0, 8, "")]
    [InlineData(8, 8, "████")]
    [InlineData(4, 8, "██")]
    [InlineData(1, 8, "▌")]
    [InlineData(0.0001, 8, "▏")]
    [InlineData(-5, 8, "")]
    [InlineData(5, 0, "")]
    [InlineData(double.NaN, 8, "")]
    [InlineData(20, 8, "████")]
    public void Bars_AreAsLongAsTheirValues(double value, double greatest, string bar) => Assert.Equal(bar, Blocks.Bar(value, greatest, 4));

    [Fact]
    public void Sparkline_HasAColumnAValue() => Assert.Equal("█▄ ▁", Blocks.Sparkline([1e9, 5e8, 0, 1]));

    [Fact]
    public void Sparkline_OfNothingIsBlank() => Assert.Equal(("", "  "), (Blocks.Sparkline([]), Blocks.Sparkline([0, 0])));

    [Fact]
    public void ManyPoints_AreAddedUp()
    {
        var times = new ReportTimes(DateTimeOffset.FromUnixTimeSeconds(0), DateTimeOffset.FromUnixTimeSeconds(240), 1);

        var points = times.Points(Enumerable.Range(-5, 260).Select(time => ((long)time, 1.0)));

        Assert.Equal(120, points.Count);
        Assert.All(points, point => Assert.Equal(2, point));
    }
}
