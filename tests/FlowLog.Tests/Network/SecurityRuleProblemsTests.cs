using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class SecurityRuleProblemsTests
{
    private static readonly SecurityRule Ssh = new()
    {
        Id = "sgr-1",
        Direction = RuleDirection.Ingress,
        Protocol = RuleProtocol.Tcp,
        Ports = new PortRange(22, 22),
        Source = Block("10.0.0.0/8"),
    };

    [Theory]
    [InlineData("tcp", 1, 65535, true)]
    [InlineData("udp", 53, 53, true)]
    [InlineData("tcp", -1, -1, false)]
    [InlineData("udp", 0, 53, false)]
    [InlineData("tcp", 23, 22, false)]
    [InlineData("tcp", 1, 65536, false)]
    [InlineData("icmp", -1, -1, true)]
    [InlineData("icmp", 1, 2, false)]
    [InlineData("gre", -1, -1, true)]
    [InlineData("gre", 1, 65535, false)]
    [InlineData("all", -1, -1, true)]
    [InlineData("all", 22, 22, false)]
    [InlineData("89", -1, -1, true)]
    [InlineData("89", 22, 22, false)]
    [InlineData("132", -1, -1, true)]
    [InlineData("132", 22, 22, true)]
    [InlineData("132", 22, 21, false)]
    public void Ports_FitTheProtocol(string protocol, int from, int to, bool fits)
    {
        var rule = Ssh with { Protocol = Protocol(protocol), Ports = new PortRange(from, to) };

        Assert.Equal(fits ? [] : ["ports OperationDenied"], Problems(rule));
    }

    [Theory]
    [InlineData("tcp", -1, -1, true)]
    [InlineData("tcp", 1000, 2000, true)]
    [InlineData("tcp", 2000, 1000, false)]
    [InlineData("icmp", 1, 2, false)]
    [InlineData("all", 1, 2, false)]
    public void SourcePorts_FitTheProtocol(string protocol, int from, int to, bool fits)
    {
        var rule = Ssh with
        {
            Protocol = Protocol(protocol),
            Ports = protocol == "tcp" ? Ssh.Ports : PortRange.Any,
            SourcePorts = new PortRange(from, to),
        };

        Assert.Equal(fits ? [] : ["sourcePorts InvalidSourcePortRange.Malformed"], Problems(rule));
    }

    [Fact]
    public void MissingPeer_IsAProblemOfTheSideThatIsNotTheEni()
    {
        Assert.Equal(["source MissingParameter.Source"], Problems(Ssh with { Source = RulePeer.Any, Destination = Block("10.0.0.5/32") }));
        Assert.Equal(["source MissingParameter.Source"], Problems(Ssh with { Source = RulePeer.Group("") }));
        Assert.Equal(["destination MissingParameter"], Problems(Ssh with { Direction = RuleDirection.Egress }));
    }

    [Theory]
    [InlineData("icmp", "::/0", "source InvalidParam.Ipv4ProtocolConflictWithIpv6Address")]
    [InlineData("icmpv6", "0.0.0.0/0", "source InvalidParam.Ipv6ProtocolConflictWithIpv4Address")]
    public void IcmpOfTheOtherIPVersion_IsAProblem(string protocol, string source, string expected)
    {
        var rule = Ssh with { Protocol = Protocol(protocol), Ports = PortRange.Any, Source = Block(source) };

        Assert.Equal([expected], Problems(rule));
    }

    [Fact]
    public void MixedIPVersions_AreAProblemOfTheEnisSide()
    {
        var ingress = Ssh with { Destination = Block("2001:db8::/32") };

        Assert.Equal(["destination InvalidParam.DestIp"], Problems(ingress));
        Assert.Equal(["source InvalidParam.SourceIp"], Problems(ingress with { Direction = RuleDirection.Egress }));
        Assert.Empty(Problems(ingress with { Source = Block("::/0") }));
    }

    [Fact]
    public void GroupAsPeer_IsForBasicGroups()
    {
        var rule = Ssh with { Source = RulePeer.Group("sg-b") };

        Assert.Empty(Problems(rule));
        Assert.Equal("InvalidSourceGroupId.Mismatch", Assert.Single(SecurityRuleProblems.Of(rule, SecurityGroupType.Enterprise)).Code);
        Assert.Empty(SecurityRuleProblems.Of(Ssh with { Source = Ssh.Source with { GroupId = "sg-b" } }, SecurityGroupType.Enterprise));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Priority_IsOneToAHundred(int priority, bool fits) =>
        Assert.Equal(fits ? [] : ["priority InvalidPriority.ValueNotSupported"], Problems(Ssh with { Priority = priority }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Description_HasAtMost512Characters(int length, bool fits) => Assert.Equal(
        fits ? [] : ["description InvalidSecurityGroupDiscription.Malformed"], Problems(Ssh with { Description = new string('x', length) }));

    [Fact]
    public void SeveralProblems_AreToldAtOnce() => Assert.Equal(
        ["ports OperationDenied", "source MissingParameter.Source", "priority InvalidPriority.ValueNotSupported"],
        Problems(Ssh with { Ports = PortRange.Any, Source = RulePeer.Any, Priority = 0 }));

    private static IEnumerable<string> Problems(SecurityRule rule) =>
        SecurityRuleProblems.Of(rule).Select(problem => $"{problem.Field} {problem.Code}");

    private static RulePeer Block(string text) => RulePeer.Of(Cidr.Parse(text));

    private static RuleProtocol Protocol(string text) => RuleProtocol.TryParse(text, out var protocol) ? protocol : throw new FormatException(text);
}
