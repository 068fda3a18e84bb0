using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class RuleProtocolTests
{
    [Theory]
    [InlineData("tcp", "tcp", 6)]
    [InlineData("TCP", "tcp", 6)]
    [InlineData("6", "tcp", 6)]
    [InlineData("Udp", "udp", 17)]
    [InlineData("ICMP", "icmp", 1)]
    [InlineData("IcmpV6", "icmpv6", 58)]
    [InlineData("58", "icmpv6", 58)]
    [InlineData("gre", "gre", 47)]
    [InlineData("0", "0", 0)]
    [InlineData("132", "132", 132)]
    [InlineData("255", "255", 255)]
    public void Protocol_IsReadAndWrittenInOneForm(string text, string canonical, int number)
    {
        Assert.True(RuleProtocol.TryParse(text, out var protocol));
        Assert.Equal(canonical, protocol.ToString());
        Assert.Equal((byte?)number, protocol.Number);
        Assert.Equal(RuleProtocol.Of((byte)number), protocol);
    }

    [Fact]
    public void All_HasNoNumber()
    {
        Assert.True(RuleProtocol.TryParse("All", out var protocol));
        Assert.Equal(default, protocol);
        Assert.Null(protocol.Number);
        Assert.Equal("all", protocol.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("256")]
    [InlineData("tcp ")]
    [InlineData("sctp")]
    [InlineData("6.0")]
    public void Other_IsRefused(string? text) => Assert.False(RuleProtocol.TryParse(text, out _));
}
