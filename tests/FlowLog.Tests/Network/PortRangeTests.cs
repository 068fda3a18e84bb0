using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class PortRangeTests
{
    [Theory]
    [InlineData("22/22", 22, 22)]
    [InlineData("1/200", 1, 200)]
    [InlineData("1/65535", 1, 65535)]
    [InlineData("-1/-1", -1, -1)]
    public void Range_IsReadAndWritten(string text, int from, int to)
    {
        Assert.True(PortRange.TryParse(text, out var range));
        Assert.Equal(new PortRange(from, to), range);
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("22")]
    [InlineData("22/")]
    [InlineData("/22")]
    [InlineData("22/22/22")]
    [InlineData(" 22/22")]
    [InlineData("+22/22")]
    [InlineData("0/22")]
    [InlineData("23/22")]
    [InlineData("1/65536")]
    [InlineData("-1/22")]
    [InlineData("22/-1")]
    [InlineData("-1/-1 ")]
    [InlineData("99999999999999999999/1")]
    public void Other_IsRefused(string? text) => Assert.False(PortRange.TryParse(text, out _));

    [Fact]
    public void Any_ContainsEveryPortAndZero()
    {
        Assert.True(PortRange.Any.Contains(0));
        Assert.True(PortRange.Any.Contains(65535));
    }

    [Theory]
    [InlineData(79, false)]
    [InlineData(80, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Range_ContainsItsEnds(ushort port, bool expected) => Assert.Equal(expected, new PortRange(80, 90).Contains(port));
}
