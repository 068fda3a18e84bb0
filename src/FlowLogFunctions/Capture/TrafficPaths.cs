using FlowLog.Flows;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Alibaba's scenario code of a flow, as far as addresses tell it.</summary>
internal sealed class TrafficPaths(Vpc? vpc)
{
    private const byte Other = 0;
    private const byte WithinVpc = 2;
    private const byte InternetByIPv6 = 14;
    private const byte InternetByIPv4 = 15;

    private static readonly IReadOnlyList<Cidr> Private =
    [
        Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10"),
        Cidr.Parse("169.254.0.0/16"), Cidr.Parse("224.0.0.0/3"), Cidr.Parse("0.0.0.0/8"), Cidr.Parse("127.0.0.0/8"),
    ];

    private static readonly Cidr GlobalIPv6 = Cidr.Parse("2000::/3");

    private readonly IReadOnlyList<Cidr> _vpc =
        [.. new[] { vpc?.CidrBlock, vpc?.Ipv6CidrBlock }.Where(block => !string.IsNullOrEmpty(block)).Select(block => Cidr.Parse(block!))];

    public byte Of(in FiveTuple flow, Direction direction)
    {
        var peer = direction == Direction.Out ? flow.Destination : flow.Source;
        if (_vpc.Any(block => block.Contains(peer)))
            return WithinVpc;
        if (peer.IsIPv6)
            return GlobalIPv6.Contains(peer) ? InternetByIPv6 : Other;
        return Private.Any(block => block.Contains(peer)) ? Other : InternetByIPv4;
    }
}
