using FlowLog.Flows;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>Packets of one five-tuple both ways, in an order that need not make sense.</summary>
/// <param name="Packets">The first one opens it; each with whether it is sent the way of the first one.</param>
internal sealed record Conversation(int Set, Direction Opener, FiveTuple Flow, IReadOnlyList<bool> Packets)
{
    private const int Most = 6;

    private static readonly Cidr[] HostsOfIPv6 = [Cidr.Parse("2000::/3"), Cidr.Parse("fc00::/7")];

    /// <summary>What no router forwards, and its own networks.</summary>
    private static readonly Cidr[] NoHosts = [.. new[] { "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "10.255.0.0/16", "fdff::/16" }.Select(Cidr.Parse)];

    /// <summary>What a router forwards and its connection tracking follows: TCP, UDP, ICMP, OSPF between addresses of hosts.</summary>
    public static IEnumerable<Conversation> Of(int set, ValidNetwork world, Random random, int count)
    {
        var seen = new HashSet<(IpAddress, IpAddress, int)>();
        while (seen.Count < count)
        {
            var direction = random.Next(2) == 0 ? Direction.In : Direction.Out;
            var flow = world.Flow(direction);
            var isPing = flow.Protocol == (flow.Source.IsIPv6 ? 58 : 1);
            var (own, peer) = direction == Direction.In ? (flow.Destination, flow.Source) : (flow.Source, flow.Destination);
            // Two with the same addresses could be one session, or the answer of another.
            if (!(isPing || flow.Protocol is 6 or 17 or 89) || !IsHost(peer) || !seen.Add((own, peer, flow.Protocol)))
                continue;
            var packets = Enumerable.Range(0, random.Next(2, Most)).Select(i => i == 0 || random.Next(2) == 0);
            // The kernel lets no answer open a session, whatever the rules say.
            yield return new(set, direction, flow, [.. isPing ? packets.OrderDescending() : packets]);
        }
    }

    /// <summary>Its packets, numbered from a number on.</summary>
    public IEnumerable<Probe> Probes(int from)
    {
        var isPing = Flow.Protocol is 1 or 58;
        for (var i = 0; i < Packets.Count; i++)
        {
            var direction = Packets[i] ? Opener : Opener == Direction.In ? Direction.Out : Direction.In;
            yield return Probe.Of(Set, from + i, direction, Packets[i] ? Flow : Flow.Reversed, isAnswer: isPing ? !Packets[i] : i > 0);
        }
    }

    private static bool IsHost(IpAddress address) =>
        (!address.IsIPv6 || HostsOfIPv6.Any(block => block.Contains(address)))
        && !NoHosts.Any(block => block.Contains(address))
        && !ValidNetwork.Own.Contains(address.ToString());
}
