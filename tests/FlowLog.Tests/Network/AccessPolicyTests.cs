using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class AccessPolicyTests
{
    public static TheoryData<string> Cases => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_IsJudgedAsWritten(string name)
    {
        var judged = RuleCase.All[name].Judged().ToList();

        Assert.NotEmpty(judged);
        Assert.All(judged, flow => Assert.Equal(flow.Expected, flow.Actual));
    }

    [Fact]
    public void DirectionNotKnown_DecidesNothing()
    {
        var policy = new AccessPolicy([new SecurityGroup { Id = "sg-a" }], _ => [], []);

        Assert.Equal(Verdict.None, policy.Judge(default, Direction.None));
    }

    [Fact]
    public void RandomRules_AreJudgedAsTheReferenceDoes()
    {
        var seed = RandomNetwork.NewSeed();
        var random = new Random(seed);
        var deciders = new Dictionary<string, int>();
        for (var round = 0; round < 300; round++)
        {
            var network = new RandomNetwork(random);
            var policy = new AccessPolicy(network.Groups, network.Members, network.PrefixLists, network.BlockOutboundSmtp);
            var reference = new ReferencePolicy(network);
            for (var i = 0; i < 100; i++)
            {
                var flow = network.Flow(random);
                var direction = random.Next(2) == 0 ? Direction.In : Direction.Out;
                var (expected, actual) = (reference.Judge(flow, direction), policy.Judge(flow, direction));
                if (expected != actual)
                    Assert.Fail($"Seed {seed}, round {round}: {direction} {flow}: {actual}, not {expected}.");
                var decider = expected.RuleVersion > 0 ? "rule" : expected.RuleId;
                deciders[decider] = deciders.GetValueOrDefault(decider) + 1;
            }
        }
        string[] all = ["", "rule", "platform-smtp-drop", "inner-access-accept", "inner-access-drop", "default-ingress-drop", "default-egress-accept", "default-egress-drop"];
        Assert.All(all, decider => Assert.True(deciders.GetValueOrDefault(decider) > 20, $"Seed {seed}: '{decider}' decided too little to say much."));
    }

    [Fact]
    public void FullSizedPeers_AreAllFound()
    {
        IpAddress[] members = [.. Enumerable.Range(0, 65_536).Select(i => IpAddress.V4(0x0A00_0000 + (2 * (uint)i)))];
        var rule = new SecurityRule
        {
            Id = "r",
            Direction = RuleDirection.Ingress,
            Protocol = RuleProtocol.All,
            Source = RulePeer.Group("sg-b"),
        };
        var policy = new AccessPolicy([new SecurityGroup { Id = "sg-a", Rules = [rule] }], id => id == "sg-b" ? members : [], []);

        Assert.Equal(members.Length, members.Count(source => policy.Judge(From(source), Direction.In).RuleId == "r"));
        Assert.DoesNotContain(members, source => policy.Judge(From(new IpAddress(source.Bits + 1, false)), Direction.In).RuleId == "r");

        static FiveTuple From(IpAddress source) => new(source, IpAddress.V4(1), 1, 2, 6);
    }

    [Fact]
    public void Judging_AllocatesNothing()
    {
        var random = new Random(1);
        var network = new RandomNetwork(random);
        var policy = new AccessPolicy(network.Groups, network.Members, network.PrefixLists);
        FiveTuple[] flows = [.. Enumerable.Range(0, 1000).Select(_ => network.Flow(random))];
        JudgeAll();
        var before = GC.GetAllocatedBytesForCurrentThread();

        JudgeAll();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void JudgeAll()
        {
            foreach (var flow in flows)
                policy.Judge(flow, Direction.In);
        }
    }
}
