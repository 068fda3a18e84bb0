using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Benchmarks.Traffic;

/// <summary>
/// Ingress rules as people write them: of a protocol and few ports, from blocks of /8 to /32, some of them denials; and flows of which
/// every other one is what some rule names. The same seed always makes the same.
/// </summary>
internal sealed class InventedRules(int seed)
{
    private const uint Ten = 0x0A000000;
    private static readonly int[] PrefixLengths = [8, 12, 16, 20, 24, 24, 24, 28, 32, 32];
    private static readonly int[] KnownPorts = [22, 53, 80, 443, 1433, 3306, 3389, 5432, 6379, 8080, 9090, 9200];

    private readonly Random _random = new(seed);

    public SecurityGroup Group(int rules) => new()
    {
        Id = "sg-bp1bench0000000000",
        Rules = [.. Enumerable.Range(0, rules).Select(Rule)],
    };

    /// <summary>A flow that a rule of the group names, or one from anywhere to some port.</summary>
    public FiveTuple Flow(SecurityGroup group)
    {
        var rule = group.Rules[_random.Next(group.Rules.Count)];
        return _random.Next(2) == 0
            ? Flow(Within(rule.Source.Cidr!.Value), rule.Ports.From, rule.Protocol.Number!.Value)
            : Flow(Address(), Port(), (byte)(_random.Next(4) == 0 ? 17 : 6));
    }

    private FiveTuple Flow(IpAddress source, int port, byte protocol) =>
        new(source, IpAddress.V4(Ten + 1), (ushort)_random.Next(32768, 61000), (ushort)port, protocol);

    private SecurityRule Rule(int number)
    {
        var first = Port();
        return new SecurityRule
        {
            Id = FormattableString.Invariant($"sgr-bp1bench{number:D9}"),
            Direction = RuleDirection.Ingress,
            Protocol = _random.Next(4) == 0 ? RuleProtocol.Udp : RuleProtocol.Tcp,
            Ports = _random.Next(5) == 0 ? new(first, Math.Min(ushort.MaxValue, first + _random.Next(1, 2000))) : new(first, first),
            Source = RulePeer.Of(Block()),
            Policy = _random.Next(4) == 0 ? RulePolicy.Drop : RulePolicy.Accept,
            Priority = _random.Next(1, 101),
        };
    }

    private Cidr Block()
    {
        var length = PrefixLengths[_random.Next(PrefixLengths.Length)];
        return Cidr.TryParse(FormattableString.Invariant($"{Address()}/{length}"), out var block, trim: true) ? block : throw new FormatException();
    }

    private IpAddress Within(Cidr block) => new(block.Network.Bits + (UInt128)_random.NextInt64(1L << (32 - block.PrefixLength)), IsIPv6: false);

    /// <summary>Of 10.0.0.0/8, the busiest networks most of the time.</summary>
    private IpAddress Address() => IpAddress.V4(
        Ten + (_random.Next(2) == 0 ? (uint)_random.Next(1 << 12) : (uint)_random.Next(1 << 24)));

    private int Port() => _random.Next(3) == 0 ? _random.Next(1, 65536) : KnownPorts[_random.Next(KnownPorts.Length)];
}
