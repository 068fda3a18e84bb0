using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class SecurityGroupHistoryTests
{
    private static readonly FiveTuple Ssh = new(IpAddress.Parse("203.0.113.9"), IpAddress.Parse("10.0.0.5"), 40000, 22, 6);

    [Theory]
    [InlineData(long.MinValue, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(199, 1)]
    [InlineData(200, 2)]
    [InlineData(299, 2)]
    [InlineData(300, 3)]
    [InlineData(long.MaxValue, 3)]
    public void Time_GetsTheVersionInForce(long time, int expected)
    {
        var history = History(Version("sg-a", 3, 300), Version("sg-a", 1, 100), Version("sg-a", 2, 200));

        Assert.Equal(expected, history.At(time).Judge(Ssh, Direction.In).RuleVersion);
    }

    [Fact]
    public void VersionsOfOneMoment_OnlyTheLastIsInForce()
    {
        var history = History(Version("sg-a", 1, 100), Version("sg-a", 3, 200), Version("sg-a", 2, 200));

        Assert.Equal(3, history.At(200).Judge(Ssh, Direction.In).RuleVersion);
    }

    [Fact]
    public void FirstVersionsOfOneMoment_TheLastIsInForceFromTheBeginning()
    {
        var history = History(Version("sg-a", 1, 100), Version("sg-a", 2, 100));

        Assert.Equal(2, history.At(0).Judge(Ssh, Direction.In).RuleVersion);
    }

    [Fact]
    public void GroupsChangeByThemselves_EachTimeHasItsCombination()
    {
        var history = History(Version("sg-a", 1, 100, 10), Version("sg-b", 1, 150, 20), Version("sg-b", 2, 200, 5), Version("sg-a", 2, 300, 1));

        var deciders = new long[] { 0, 150, 250, 300 }.Select(time => history.At(time).Judge(Ssh, Direction.In)).Select(v => $"{v.RuleId} {v.RuleVersion}");

        Assert.Equal(["sg-a-rule 1", "sg-a-rule 1", "sg-b-rule 2", "sg-a-rule 2"], deciders);
    }

    [Fact]
    public void SameCombination_IsTheSamePolicy()
    {
        var history = History(Version("sg-a", 1, 100), Version("sg-b", 1, 150), Version("sg-a", 2, 200));

        Assert.Same(history.At(0), history.At(199));
        Assert.NotSame(history.At(199), history.At(200));
    }

    [Theory]
    [InlineData(99, "sg-a-rule")]
    [InlineData(100, "listed")]
    [InlineData(199, "listed")]
    [InlineData(200, "sg-a-rule")]
    [InlineData(300, "")]
    public void MembersListsAndTheEnisOwnGroups_AreThoseOfTheTime(long time, string expected)
    {
        var listed = Rule("listed", RulePeer.PrefixList("pl-a"), 1);
        var membered = Rule("sg-a-rule", RulePeer.Group("sg-b"), 2);
        var history = new SecurityGroupHistory(
            [new SecurityGroup { Id = "sg-a", Rules = [listed, membered] }],
            new MemberHistory([[new(new Membership([Ssh.Source], ["sg-b"]))]], new HashSet<string> { "sg-b" }),
            [new(new PrefixList("pl-a", []), Until: 100), new(new PrefixList("pl-a", [Cidr.Parse("203.0.113.0/24")]), 100, 200)],
            [new(["sg-a"], Until: 300), new(["sg-gone"], 300)]);

        var verdict = history.At(time).Judge(Ssh, Direction.In);

        Assert.Equal(expected, verdict.RuleId);
    }

    [Fact]
    public void NoGroups_DecideNothing() => Assert.Equal(Verdict.None, History().At(0).Judge(Ssh, Direction.In));

    private static SecurityGroupHistory History(params SecurityGroup[] versions) => new(versions, MemberHistory.None, []);

    private static SecurityGroup Version(string id, int version, long from, int priority = 1) => new()
    {
        Id = id,
        Version = version,
        EffectiveFrom = from,
        Rules = [Rule(id + "-rule", RulePeer.Of(Cidr.Parse("0.0.0.0/0")), priority)],
    };

    private static SecurityRule Rule(string id, RulePeer source, int priority) => new()
    {
        Id = id,
        Direction = RuleDirection.Ingress,
        Protocol = RuleProtocol.Tcp,
        Ports = new PortRange(22, 22),
        Source = source,
        Priority = priority,
    };
}
