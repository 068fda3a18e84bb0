using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class SecurityRuleTests
{
    private static readonly SecurityRule Ssh = new()
    {
        Id = "sgr-1",
        Direction = RuleDirection.Ingress,
        Protocol = RuleProtocol.Tcp,
        Ports = new PortRange(22, 22),
        Source = RulePeer.Of(Cidr.Parse("10.0.0.0/8")),
    };

    [Fact]
    public void Defaults_AreAcceptAtPriorityOne() => Assert.Equal((RulePolicy.Accept, 1, PortRange.Any), (Ssh.Policy, Ssh.Priority, Ssh.SourcePorts));

    [Fact]
    public void OtherIdAndDescription_Repeats() => Assert.True(Ssh.Repeats(Ssh with { Id = "sgr-2", Description = "ssh" }));

    [Fact]
    public void GroupBesideTheBlock_Repeats() => Assert.True(Ssh.Repeats(Ssh with { Source = Ssh.Source with { GroupId = "sg-b" } }));

    [Fact]
    public void OtherContent_DoesNotRepeat()
    {
        Assert.False(Ssh.Repeats(Ssh with { Priority = 2 }));
        Assert.False(Ssh.Repeats(Ssh with { Policy = RulePolicy.Drop }));
        Assert.False(Ssh.Repeats(Ssh with { SourcePorts = new PortRange(1, 2) }));
        Assert.False(Ssh.Repeats(Ssh with { Source = RulePeer.Group("sg-b") }));
        Assert.False(Ssh.Repeats(Ssh with { Destination = RulePeer.Of(Cidr.Parse("10.0.0.5/32")) }));
    }
}
