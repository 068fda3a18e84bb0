using System.Diagnostics;
using System.Numerics;
using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// The ranked rules of one direction, compiled: each of the five fields of a flow selects the set of rules that it can match,
/// and the lowest rule in all five sets decides. The last rule must match every flow.
/// </summary>
internal sealed class RuleTable
{
    private readonly Verdict[] _verdicts;
    private readonly int _words;
    private readonly ulong[] _protocols;
    private readonly AddressIndex _peers;
    private readonly AddressIndex _own;
    private readonly RuleIndex<ushort> _ports;
    private readonly RuleIndex<ushort> _sourcePorts;

    public RuleTable(IReadOnlyList<RankedRule> rules, Func<RulePeer, IEnumerable<Cidr>> blocks)
    {
        _verdicts = [.. rules.Select(rule => rule.Verdict)];
        _words = RuleMask.Words(rules.Count);
        _protocols = Protocols(rules);
        _peers = new AddressIndex(rules, rule => rule.Peer, blocks);
        _own = new AddressIndex(rules, rule => rule.Own, blocks);
        _ports = Ports(rules, rule => rule.Ports);
        _sourcePorts = Ports(rules, rule => rule.SourcePorts);
    }

    /// <param name="peer">The address of the flow that is not the ENI's.</param>
    /// <param name="own">The ENI's address.</param>
    public Verdict Judge(in FiveTuple flow, IpAddress peer, IpAddress own)
    {
        var row = (flow.Protocol + (peer.IsIPv6 ? 256 : 0)) * _words;
        var byProtocol = _protocols.AsSpan(row, _words);
        var byPeer = _peers.Find(peer);
        var byOwn = _own.Find(own);
        var byPort = _ports.Find(flow.DestinationPort);
        var bySourcePort = _sourcePorts.Find(flow.SourcePort);
        for (var i = 0; i < byProtocol.Length; i++)
        {
            var matches = byProtocol[i] & byPeer[i] & byOwn[i] & byPort[i] & bySourcePort[i];
            if (matches != 0)
                return _verdicts[(i * 64) + BitOperations.TrailingZeroCount(matches)];
        }
        throw new UnreachableException("The last rule matches every flow.");
    }

    /// <summary>A mask for each protocol number in IPv4, then in IPv6.</summary>
    private static ulong[] Protocols(IReadOnlyList<RankedRule> rules) =>
        [.. Enumerable.Range(0, 512).SelectMany(i => RuleMask.Of(rules, rule => rule.Protocol.Covers((byte)i, i >= 256)))];

    private static RuleIndex<ushort> Ports(IReadOnlyList<RankedRule> rules, Func<RankedRule, PortRange> ports)
    {
        var conditions = rules.Select(ports).Where(range => !range.IsAny).Distinct()
            .Select(range => new RuleSpans<ushort>(RuleMask.Of(rules, rule => ports(rule) == range), Span(range)));
        return new(RuleMask.Of(rules, rule => ports(rule).IsAny), [.. conditions]);
    }

    private static (ushort First, ushort Last)[] Span(PortRange range)
    {
        var from = Math.Max(range.From, 0);
        var to = Math.Min(range.To, ushort.MaxValue);
        return from <= to ? [((ushort)from, (ushort)to)] : [];
    }
}
