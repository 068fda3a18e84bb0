using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>Security groups of one ENI that could be made by the API, and flows that often meet their edges.</summary>
internal sealed class ValidNetwork
{
    private static readonly string[] GroupIds = ["sg-a", "sg-b", "sg-c", "sg-d", "sg-none"];
    private static readonly string[] ListIds = ["pl-a", "pl-b", "pl-none"];
    private static readonly string[] Networks = ["10.1.0.0", "10.1.2.0", "203.0.113.0", "198.51.100.0", "100.64.3.0", "fd00::", "2001:db8:1::"];

    /// <summary>Neither extension headers of IPv6 nor what the kernel would look into.</summary>
    private static readonly byte[] SomeProtocols = [6, 6, 6, 17, 17, 1, 58, 47, 132, 33, 136, 89, 2, 255];

    private readonly Random _random;
    private readonly Dictionary<string, IpAddress[]> _members;
    private readonly SecurityGroupType _type;

    public ValidNetwork(Random random)
    {
        _random = random;
        _type = (SecurityGroupType)random.Next(2);
        _members = GroupIds.SkipLast(1).ToDictionary(id => id, _ => Several(12, Address));
        PrefixLists = [.. ListIds.SkipLast(1).Select(id => new PrefixList(id, Several(8, Block)))];
        BlockOutboundSmtp = random.Next(4) == 0;
        var most = random.Next(4) == 0 ? 70 : 12;
        Groups = [.. GroupIds.Take(random.Next(1, 4)).Select(id => new SecurityGroup
        {
            Id = id,
            Type = _type,
            InnerAccess = (InnerAccess)random.Next(2),
            Version = random.Next(1, 9),
            Rules = [.. Enumerable.Range(0, random.Next(most)).Select(i => Rule($"{id}-{i}"))],
        })];
    }

    public static IReadOnlyList<string> Own { get; } = ["10.1.0.5", "10.1.0.6", "fd00::5", "fd00::6"];

    public IReadOnlyList<SecurityGroup> Groups { get; }

    public IReadOnlyList<PrefixList> PrefixLists { get; }

    public bool BlockOutboundSmtp { get; }

    public IReadOnlyCollection<IpAddress> Members(string group) => _members.GetValueOrDefault(group, []);

    public AccessPolicy Policy() => new(Groups, Members, PrefixLists, BlockOutboundSmtp);

    /// <summary>A flow between the ENI and another address; most of them are near what a rule says.</summary>
    public FiveTuple Flow(Direction direction)
    {
        var rules = Groups.SelectMany(group => group.Rules).Where(rule => (rule.Direction == RuleDirection.Ingress) == (direction == Direction.In)).ToList();
        var rule = rules.Count > 0 && _random.Next(4) > 0 ? rules[_random.Next(rules.Count)] : Rule("none");
        var peer = Near(rule.Direction == RuleDirection.Ingress ? rule.Source : rule.Destination);
        var own = IpAddress.Parse(Pick(Own.Where(text => text.Contains(':') == peer.IsIPv6).ToArray()));
        var protocol = _random.Next(8) > 0 ? rule.Protocol.Number ?? Pick(SomeProtocols) : Pick(SomeProtocols);
        var (sourcePort, port) = (Near(rule.SourcePorts), Near(rule.Ports));
        if (_random.Next(30) == 0)
            (port, protocol) = (25, 6);
        return direction == Direction.In ? new(peer, own, sourcePort, port, protocol) : new(own, peer, sourcePort, port, protocol);
    }

    private SecurityRule Rule(string id)
    {
        while (true)
        {
            var number = Pick(SomeProtocols);
            var hasPorts = RuleProtocol.Of(number).HasPorts;
            var rule = new SecurityRule
            {
                Id = id,
                Direction = (RuleDirection)_random.Next(2),
                Protocol = _random.Next(6) == 0 ? RuleProtocol.All : RuleProtocol.Of(number),
                Ports = hasPorts ? Range() : PortRange.Any,
                SourcePorts = hasPorts && _random.Next(4) == 0 ? Range() : PortRange.Any,
                Source = Peer(),
                Destination = Peer(),
                Policy = (RulePolicy)_random.Next(2),
                Priority = _random.Next(3) == 0 ? _random.Next(1, 101) : _random.Next(1, 4),
            };
            // The ENI's own side is named by few rules.
            if (_random.Next(5) > 0)
                rule = rule.Direction == RuleDirection.Ingress ? rule with { Destination = RulePeer.Any } : rule with { Source = RulePeer.Any };
            if (SecurityRuleProblems.Of(rule, _type).Count == 0)
                return rule;
        }
    }

    private RulePeer Peer() => _random.Next(6) switch
    {
        0 => RulePeer.Group(Pick(GroupIds)),
        1 => RulePeer.PrefixList(Pick(ListIds)),
        2 => new RulePeer { Cidr = Block(), GroupId = Pick(GroupIds) },
        3 => RulePeer.Of(Cidr.Parse(_random.Next(2) == 0 ? "0.0.0.0/0" : "::/0")),
        _ => RulePeer.Of(Block()),
    };

    private PortRange Range()
    {
        int[] ends = [Port(), Port()];
        return _random.Next(3) == 0 ? new(1, 65535) : new(Math.Max(1, ends.Min()), Math.Max(1, ends.Max()));
    }

    private int Port() => _random.Next(3) switch { 0 => Pick([0, 1, 22, 25, 80, 443, 65534, 65535]), 1 => _random.Next(65536), _ => _random.Next(20, 90) };

    private IpAddress Address()
    {
        var network = IpAddress.Parse(Pick(Networks));
        return new(network.Bits + (UInt128)_random.Next(_random.Next(2) == 0 ? 16 : 256), network.IsIPv6);
    }

    private Cidr Block()
    {
        var address = Address();
        var width = address.IsIPv6 ? 128 : 32;
        var length = _random.Next(6) == 0 ? _random.Next(width + 1) : width - _random.Next(9);
        return Cidr.TryParse($"{address}/{length}", out var block, trim: true) ? block : throw new FormatException();
    }

    private IpAddress Near(RulePeer peer)
    {
        if (_random.Next(8) == 0)
            return Address();
        if (peer.Cidr is { } cidr)
            return Near(cidr);
        if (peer.GroupId is { } group && Members(group).Count > 0)
            return Pick([.. Members(group)]);
        var blocks = PrefixLists.Where(list => list.Id == peer.PrefixListId).SelectMany(list => list.Entries).ToArray();
        return blocks.Length > 0 ? Near(Pick(blocks)) : Address();
    }

    /// <summary>Within a block, or just outside of it.</summary>
    private IpAddress Near(Cidr block)
    {
        var bits = (block.Network.IsIPv6 ? 128 : 32) - block.PrefixLength;
        var last = bits == 128 ? UInt128.MaxValue : block.Network.Bits | ((UInt128.One << bits) - 1);
        var inside = new UInt128((ulong)_random.NextInt64(), (ulong)_random.NextInt64()) & (last ^ block.Network.Bits);
        var at = _random.Next(6) switch
        {
            0 => block.Network.Bits,
            1 => last,
            2 => last + 1,
            3 => block.Network.Bits - 1,
            _ => block.Network.Bits | inside,
        };
        return new(block.Network.IsIPv6 ? at : (uint)at, block.Network.IsIPv6);
    }

    private ushort Near(PortRange range) => _random.Next(5) switch
    {
        0 => (ushort)Port(),
        1 => (ushort)Math.Max(0, range.From - 1),
        2 => (ushort)Math.Max(0, range.From),
        3 => (ushort)Math.Max(0, range.To),
        _ => (ushort)Math.Min(65535, Math.Max(0, range.To) + 1),
    };

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private T[] Several<T>(int most, Func<T> draw) => [.. Enumerable.Range(0, _random.Next(most)).Select(_ => draw())];
}
