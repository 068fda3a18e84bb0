using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>For every address, the set of rules whose condition on one side of the flow it meets.</summary>
internal sealed class AddressIndex
{
    private readonly RuleIndex<uint> _v4;
    private readonly RuleIndex<UInt128> _v6;

    /// <param name="side">Which side of a rule is indexed.</param>
    /// <param name="blocks">The addresses that a peer stands for.</param>
    public AddressIndex(
        IReadOnlyList<RankedRule> rules, Func<RankedRule, RulePeer> side, Func<RulePeer, IEnumerable<Cidr>> blocks)
    {
        var v4 = new List<RuleSpans<uint>>();
        var v6 = new List<RuleSpans<UInt128>>();
        foreach (var peer in rules.Select(rule => side(rule).Effective).Where(peer => !peer.IsAny).Distinct())
        {
            var mask = RuleMask.Of(rules, rule => side(rule).Effective == peer);
            var spans = blocks(peer).ToLookup(block => block.Network.IsIPv6, Span);
            v4.Add(new(mask, [.. spans[false].Select(span => ((uint)span.First, (uint)span.Last))]));
            v6.Add(new(mask, [.. spans[true]]));
        }
        var always = RuleMask.Of(rules, rule => side(rule).IsAny);
        _v4 = new(always, v4);
        _v6 = new(always, v6);
    }

    public ReadOnlySpan<ulong> Find(IpAddress address) =>
        address.IsIPv6 ? _v6.Find(address.Bits) : _v4.Find((uint)address.Bits);

    private static (UInt128 First, UInt128 Last) Span(Cidr block)
    {
        var hostBits = (block.Network.IsIPv6 ? 128 : 32) - block.PrefixLength;
        var host = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
        return (block.Network.Bits & ~host, block.Network.Bits | host);
    }
}
