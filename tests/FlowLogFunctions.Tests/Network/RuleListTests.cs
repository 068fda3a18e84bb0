using System.Security.Cryptography;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Network;

public sealed class RuleListTests
{
    private static readonly IdSource Ids = new(RandomNumberGenerator.Create());

    [Fact]
    public void AnyReplacement_KeepsIdsOfEqualRulesAndRepeatsNothing()
    {
        var random = new Random(11);
        var before = RuleList.Replace([], Rules(random), Ids);
        for (var round = 0; round < 300; round++)
        {
            var asked = Rules(random);

            var after = RuleList.Replace(before, asked, Ids);

            Assert.Equal(after.Count, after.Select(rule => rule.Id).Distinct().Count());
            Assert.All(asked, rule => Assert.Single(after, rule.Repeats));
            Assert.All(after, rule => Assert.Contains(asked, rule.Repeats));
            foreach (var rule in after)
                Assert.Equal(before.FirstOrDefault(rule.Repeats)?.Id ?? rule.Id, rule.Id);
            before = after;
        }
    }

    [Fact]
    public void IdThatIsGiven_IsNotGivenToAnEqualRule()
    {
        var had = Rule(1) with { Id = "sgr-one" };

        var after = RuleList.Replace([had], [Rule(1), Rule(2) with { Id = "sgr-one" }], Ids);

        Assert.NotEqual("sgr-one", after[0].Id);
        Assert.Equal("sgr-one", after[1].Id);
    }

    [Fact]
    public void RuleItem_BringsBackTheRule()
    {
        var random = new Random(13);
        for (var round = 0; round < 500; round++)
        {
            var rule = new SecurityRule
            {
                Id = Ids.Next("sgr-"),
                Direction = (RuleDirection)random.Next(2),
                Protocol = random.Next(3) == 0 ? RuleProtocol.All : RuleProtocol.Of((byte)random.Next(256)),
                Ports = Ports(random),
                SourcePorts = Ports(random),
                Source = Peer(random),
                Destination = Peer(random),
                Policy = (RulePolicy)random.Next(2),
                Priority = random.Next(1, 101),
                Description = random.Next(2) == 0 ? "" : "some",
            };

            Assert.Equal(rule, RuleItem.Of(rule).ToRule());
        }
    }

    private static List<SecurityRule> Rules(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => Rule(random.Next(1, 15)))];

    private static SecurityRule Rule(int port) => new()
    {
        Id = "",
        Direction = RuleDirection.Ingress,
        Protocol = RuleProtocol.Tcp,
        Ports = new PortRange(port, port),
        Source = RulePeer.Of(Cidr.Parse("10.0.0.0/8")),
    };

    private static PortRange Ports(Random random) => random.Next(2) == 0 ? PortRange.Any : new PortRange(random.Next(1, 100), random.Next(100, 65536));

    private static RulePeer Peer(Random random) => random.Next(5) switch
    {
        0 => RulePeer.Any,
        1 => RulePeer.Group("sg-a"),
        2 => RulePeer.PrefixList("pl-a"),
        3 => RulePeer.Of(Cidr.Parse("fd00::/8")),
        _ => RulePeer.Of(new Cidr(IpAddress.V4((uint)random.Next() << 8), 24)),
    };
}
