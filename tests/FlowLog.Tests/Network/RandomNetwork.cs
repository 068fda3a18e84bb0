using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

/// <summary>Groups, members, prefix lists and flows drawn from so few values that they often meet, the extremes among them.</summary>
internal sealed class RandomNetwork
{
    private static readonly string[] GroupIds = ["sg-a", "sg-b", "sg-c", "sg-none"];
    private static readonly string[] ListIds = ["pl-a", "pl-b", "pl-none"];
    private static readonly ushort[] SomePorts = [0, 1, 22, 25, 80, 443, 65534, 65535];
    private static readonly byte[] SomeProtocols = [0, 1, 6, 6, 6, 17, 17, 47, 58, 132, 255];

    private readonly Dictionary<string, IpAddress[]> _members;

    public RandomNetwork(Random random)
    {
        _members = GroupIds.Take(3).ToDictionary(id => id, _ => Several(random, 6, Address));
        PrefixLists = [.. ListIds.Take(2).Select(id => new PrefixList(id, Several(random, 5, Block)))];
        BlockOutboundSmtp = random.Next(4) == 0;
        var type = (SecurityGroupType)random.Next(2);
        var most = random.Next(3) == 0 ? 90 : 8;
        Groups = [.. GroupIds.Take(random.Next(0, 4)).Select(id => new SecurityGroup
        {
            Id = id,
            Type = type,
            InnerAccess = (InnerAccess)random.Next(2),
            Version = random.Next(1, 9),
            Rules = [.. Enumerable.Range(0, random.Next(most)).Select(i => Rule(random, $"{id}-{i}"))],
        })];
    }

    public IReadOnlyList<SecurityGroup> Groups { get; }

    public IReadOnlyList<PrefixList> PrefixLists { get; }

    public bool BlockOutboundSmtp { get; }

    /// <summary>Another seed in each run, so that more is covered over time; a failure names it.</summary>
    public static int NewSeed() => Environment.TickCount;

    public IReadOnlyCollection<IpAddress> Members(string group) => _members.GetValueOrDefault(group, []);

    public FiveTuple Flow(Random random)
    {
        var source = Address(random);
        var destination = Address(random);
        while (destination.IsIPv6 != source.IsIPv6)
            destination = Address(random);
        return new FiveTuple(source, destination, Pick(random, SomePorts), Pick(random, SomePorts), Pick(random, SomeProtocols));
    }

    private static SecurityRule Rule(Random random, string id) => new()
    {
        Id = id,
        Direction = (RuleDirection)random.Next(2),
        Protocol = random.Next(4) == 0 ? RuleProtocol.All : RuleProtocol.Of(Pick(random, SomeProtocols)),
        Ports = Range(random, 2),
        SourcePorts = Range(random, 6),
        Source = Peer(random),
        Destination = Peer(random),
        Policy = (RulePolicy)random.Next(2),
        Priority = random.Next(3) == 0 ? random.Next(1, 101) : random.Next(1, 4),
    };

    private static RulePeer Peer(Random random) => random.Next(3) == 0 ? RulePeer.Any : new RulePeer
    {
        Cidr = random.Next(2) == 0 ? Block(random) : null,
        GroupId = random.Next(2) == 0 ? Pick(random, GroupIds) : null,
        PrefixListId = random.Next(2) == 0 ? Pick(random, ListIds) : null,
    };

    private static PortRange Range(Random random, int oneIn)
    {
        ushort[] ends = [Pick(random, SomePorts), Pick(random, SomePorts)];
        return random.Next(oneIn) != 0 ? PortRange.Any : new PortRange(Math.Max(1, (int)ends.Min()), Math.Max(1, (int)ends.Max()));
    }

    private static IpAddress Address(Random random)
    {
        var isIPv6 = random.Next(3) == 0;
        var low = random.Next(8) switch
        {
            0 => UInt128.Zero,
            1 => isIPv6 ? UInt128.MaxValue : uint.MaxValue,
            _ => (UInt128)(0x0A00_0000 + random.Next(16)),
        };
        return new IpAddress(low, isIPv6);
    }

    private static Cidr Block(Random random)
    {
        var address = Address(random);
        var width = address.IsIPv6 ? 128 : 32;
        var length = random.Next(6) == 0 ? random.Next(width + 1) : width - random.Next(5);
        return Cidr.TryParse($"{address}/{length}", out var block, trim: true) ? block : throw new FormatException();
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static T[] Several<T>(Random random, int most, Func<Random, T> draw) =>
        [.. Enumerable.Range(0, random.Next(most)).Select(_ => draw(random))];
}
