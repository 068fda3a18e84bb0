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

    [Fact]
    public void NoGroups_DecideNothing() => Assert.Equal(Verdict.None, History().At(0).Judge(Ssh, Direction.In));

    private static SecurityGroupHistory History(params SecurityGroup[] versions) => new(versions, _ => [], []);

    private static SecurityGroup Version(string id, int version, long from, int priority = 1) => new()
    {
        Id = id,
        Version = version,
        EffectiveFrom = from,
        Rules =
        [
            new SecurityRule
            {
                Id = id + "-rule",
                Direction = RuleDirection.Ingress,
                Protocol = RuleProtocol.Tcp,
                Ports = new PortRange(22, 22),
                Source = RulePeer.Of(Cidr.Parse("0.0.0.0/0")),
                Priority = priority,
            },
        ],
    };
}
