using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class SessionTableTests
{
    private const long Second = 1_000_000_000;

    private static readonly IpAddress Eni = IpAddress.Parse("10.0.0.5");
    private static readonly IpAddress Peer = IpAddress.Parse("203.0.113.9");

    /// <summary>From the ENI's port 40000 to the peer's port 443.</summary>
    private static readonly FiveTuple Request = new(Eni, Peer, 40000, 443, 6);

    private static readonly AccessPolicy Basic = Policy(1);
    private static readonly AccessPolicy Closed = Policy(2, Rule("closed", RuleDirection.Egress, RulePolicy.Drop));

    private readonly SessionTable _sessions = new();

    [Fact]
    public void ReplyToAllowedFlow_PassesWithTheRuleOfTheSession()
    {
        var policy = Policy(7, Rule("out", RuleDirection.Egress));
        var request = Judge(policy, Request, Direction.Out, 0);

        var reply = Judge(policy, Request.Reversed, Direction.In, 1);

        Assert.Equal(new Verdict(FlowAction.Accept, "out", 7), request);
        Assert.Equal(request, reply);
    }

    [Fact]
    public void ReplyToDefaultAllowedFlow_PassesWithTheDefault()
    {
        Judge(Basic, Request, Direction.Out, 0);

        Assert.Equal(DefaultRules.EgressAccept, Judge(Basic, Request.Reversed, Direction.In, 1).RuleId);
    }

    [Fact]
    public void ReplyToIncomingFlow_PassesAnAdvancedGroup()
    {
        var policy = Policy(3, SecurityGroupType.Enterprise, Rule("in", RuleDirection.Ingress));
        Judge(policy, Request.Reversed, Direction.In, 0);

        Assert.Equal(new Verdict(FlowAction.Accept, "in", 3), Judge(policy, Request, Direction.Out, 1));
    }

    [Fact]
    public void ReplyToRejectedFlow_IsDecidedByTheRules()
    {
        Judge(Closed, Request, Direction.Out, 0);

        Assert.Equal(DefaultRules.IngressDrop, Judge(Closed, Request.Reversed, Direction.In, 1).RuleId);
        Assert.Equal(0, _sessions.Count);
    }

    [Theory]
    [InlineData(910 * Second, FlowAction.Accept)]
    [InlineData((910 * Second) + 1, FlowAction.Reject)]
    public void Reply_PassesUntilTheSessionIsIdleFor910Seconds(long afterLastNs, FlowAction expected)
    {
        var lastNs = 60 * Second;
        _sessions.Judge(Basic, Request, Direction.Out, 0, lastNs);

        var reply = _sessions.Judge(Basic, Request.Reversed, Direction.In, lastNs + afterLastNs, lastNs + afterLastNs);

        Assert.Equal(expected, reply.Action);
    }

    [Fact]
    public void RepliesAlone_KeepTheSessionAlive()
    {
        Judge(Basic, Request, Direction.Out, 0);
        Judge(Basic, Request.Reversed, Direction.In, 900);

        Assert.Equal(FlowAction.Accept, Judge(Basic, Request.Reversed, Direction.In, 1800).Action);
    }

    [Fact]
    public void ReplyBeforeTheLastPacketOfTheFlow_Passes()
    {
        _sessions.Judge(Basic, Request, Direction.Out, 0, 600 * Second);

        Assert.Equal(FlowAction.Accept, Judge(Basic, Request.Reversed, Direction.In, 1).Action);
    }

    [Fact]
    public void ShortFlowWithinALongOne_DoesNotShortenTheSession()
    {
        _sessions.Judge(Basic, Request, Direction.Out, 0, 600 * Second);
        Judge(Basic, Request.Reversed, Direction.In, 1);

        Assert.Equal(FlowAction.Accept, Judge(Basic, Request.Reversed, Direction.In, 1510).Action);
    }

    [Theory]
    [InlineData("203.0.113.8", 443, 40000, 6)]
    [InlineData("203.0.113.9", 444, 40000, 6)]
    [InlineData("203.0.113.9", 443, 40001, 6)]
    [InlineData("203.0.113.9", 443, 40000, 17)]
    public void FlowThatIsNotTheReverse_IsDecidedByTheRules(string source, int sourcePort, int port, int protocol)
    {
        Judge(Basic, Request, Direction.Out, 0);
        var other = new FiveTuple(IpAddress.Parse(source), Eni, (ushort)sourcePort, (ushort)port, (byte)protocol);

        Assert.Equal(FlowAction.Reject, Judge(Basic, other, Direction.In, 1).Action);
    }

    [Fact]
    public void SameTupleInTheOtherDirection_IsNoReply()
    {
        Judge(Basic, Request, Direction.Out, 0);

        Assert.Equal(FlowAction.Reject, Judge(Basic, Request, Direction.In, 1).Action);
    }

    [Fact]
    public void IPv4InIPv6_IsNotTheSameConversation()
    {
        Judge(Basic, new FiveTuple(new(1, true), new(2, true), 1, 2, 6), Direction.Out, 0);

        Assert.Equal(FlowAction.Reject, Judge(Basic, new FiveTuple(new(2, false), new(1, false), 2, 1, 6), Direction.In, 1).Action);
    }

    [Fact]
    public void EchoReply_PassesAndStrangersEchoDoesNot()
    {
        var echo = new FiveTuple(Eni, Peer, 0, 0, 1);
        Judge(Basic, echo, Direction.Out, 0);

        Assert.Equal(FlowAction.Accept, Judge(Basic, echo.Reversed, Direction.In, 1).Action);
        Assert.Equal(FlowAction.Reject, Judge(Basic, echo with { Source = IpAddress.V4(1), Destination = Eni }, Direction.In, 1).Action);
    }

    [Fact]
    public void FlowsThatRulesOfBothSidesAllow_BearTheRuleOfTheFirst()
    {
        var policy = Policy(1, Rule("in", RuleDirection.Ingress), Rule("out", RuleDirection.Egress));

        Assert.Equal("in", Judge(policy, Request.Reversed, Direction.In, 0).RuleId);
        Assert.Equal("in", Judge(policy, Request, Direction.Out, 1).RuleId);
        Assert.Equal("in", Judge(policy, Request.Reversed, Direction.In, 2).RuleId);
        Assert.Equal("out", Judge(policy, Request, Direction.Out, 1000).RuleId);
        Assert.Equal("out", Judge(policy, Request.Reversed, Direction.In, 1001).RuleId);
        Assert.Equal(1, _sessions.Count);
    }

    [Fact]
    public void RuleChangeThatStillAllows_LeavesTheSessionAndNamesTheRuleInForce()
    {
        Judge(Basic, Request, Direction.Out, 0);
        var changed = Policy(2, Rule("out", RuleDirection.Egress));

        var expected = new Verdict(FlowAction.Accept, "out", 2);
        Assert.Equal(expected, Judge(changed, Request.Reversed, Direction.In, 1));
        Assert.Equal(expected, Judge(changed, Request, Direction.Out, 2));
    }

    [Fact]
    public void RuleChangeThatForbidsTheOpeningFlow_EndsTheSessionForBothSides()
    {
        Judge(Basic, Request, Direction.Out, 0);

        Assert.Equal(DefaultRules.IngressDrop, Judge(Closed, Request.Reversed, Direction.In, 1).RuleId);
        Assert.Equal("closed", Judge(Closed, Request, Direction.Out, 2).RuleId);
        Assert.Equal(DefaultRules.IngressDrop, Judge(Basic, Request.Reversed, Direction.In, 3).RuleId);
    }

    [Fact]
    public void RuleChangeThatForbidsTheOpeningFlow_LetsTheOtherSideOpenItsOwn()
    {
        Judge(Basic, Request, Direction.Out, 0);
        var turned = Policy(2, Rule("closed", RuleDirection.Egress, RulePolicy.Drop), Rule("in", RuleDirection.Ingress));

        Assert.Equal("in", Judge(turned, Request.Reversed, Direction.In, 1).RuleId);
        Assert.Equal("in", Judge(turned, Request, Direction.Out, 2).RuleId);
    }

    [Fact]
    public void RuleChangeThatOnlyTouchesReplies_LeavesTheSession()
    {
        Judge(Basic, Request, Direction.Out, 0);
        var changed = Policy(2, Rule("no-one", RuleDirection.Ingress, RulePolicy.Drop));

        Assert.Equal(FlowAction.Accept, Judge(changed, Request.Reversed, Direction.In, 1).Action);
    }

    [Fact]
    public void PastTheCapacity_TheSessionNotSeenForLongestGoes()
    {
        var sessions = new SessionTable(2);
        FiveTuple[] requests = [Request, Request with { SourcePort = 2 }, Request with { SourcePort = 3 }];
        sessions.Judge(Basic, requests[0], Direction.Out, 0, 0);
        sessions.Judge(Basic, requests[1], Direction.Out, 1, 1);
        sessions.Judge(Basic, requests[0].Reversed, Direction.In, 2, 2);
        sessions.Judge(Basic, requests[2], Direction.Out, 3, 3);

        var replies = requests.Select(request => sessions.Judge(Basic, request.Reversed, Direction.In, 4, 4).Action);

        Assert.Equal([FlowAction.Accept, FlowAction.Reject, FlowAction.Accept], replies);
        Assert.Equal((2, 1L), (sessions.Count, sessions.Evicted));
    }

    [Fact]
    public void IdleSessions_MakeRoomWithoutBeingCounted()
    {
        for (var i = 0; i < 5000; i++)
            Judge(Basic, Request with { SourcePort = (ushort)i }, Direction.Out, i);

        Assert.Equal(911, _sessions.Count);
        Assert.Equal(0, _sessions.Evicted);
    }

    [Fact]
    public void DirectionNotKnown_DecidesNothing()
    {
        Assert.Equal(Verdict.None, Judge(Basic, Request, Direction.None, 0));
        Assert.Equal(0, _sessions.Count);
    }

    [Fact]
    public void EniWithoutGroups_OpensNoSession()
    {
        Assert.Equal(Verdict.None, Judge(new AccessPolicy([], _ => [], []), Request, Direction.Out, 0));
        Assert.Equal(0, _sessions.Count);
    }

    [Fact]
    public void CapacityBelowOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new SessionTable(0));

    private static AccessPolicy Policy(int version, params SecurityRule[] rules) => Policy(version, SecurityGroupType.Normal, rules);

    private static AccessPolicy Policy(int version, SecurityGroupType type, params SecurityRule[] rules) =>
        new([new SecurityGroup { Id = "sg-a", Type = type, Version = version, Rules = rules }], _ => [], []);

    private static SecurityRule Rule(string id, RuleDirection direction, RulePolicy policy = RulePolicy.Accept) => new()
    {
        Id = id,
        Direction = direction,
        Protocol = RuleProtocol.All,
        Source = direction == RuleDirection.Ingress ? RulePeer.Of(Cidr.Parse("0.0.0.0/0")) : RulePeer.Any,
        Destination = direction == RuleDirection.Egress ? RulePeer.Of(Cidr.Parse("0.0.0.0/0")) : RulePeer.Any,
        Policy = policy,
    };

    private Verdict Judge(AccessPolicy policy, FiveTuple flow, Direction direction, long second) =>
        _sessions.Judge(policy, flow, direction, second * Second, second * Second);
}
