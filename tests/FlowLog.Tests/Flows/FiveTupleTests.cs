using FlowLog.Flows;

namespace FlowLog.Tests.Flows;

public sealed class FiveTupleTests
{
    private static readonly FiveTuple Flow = new(IpAddress.Parse("10.0.0.5"), IpAddress.Parse("2001:db8::1"), 40000, 443, 6);

    [Fact]
    public void Text_NamesBothEnds() => Assert.Equal("protocol 6 10.0.0.5 port 40000 to 2001:db8::1 port 443", Flow.ToString());

    [Fact]
    public void ReversedTwice_IsTheSame() => Assert.Equal(Flow, Flow.Reversed.Reversed);
}
