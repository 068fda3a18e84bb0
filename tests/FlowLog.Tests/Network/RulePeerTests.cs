using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class RulePeerTests
{
    private static readonly RulePeer All = new() { Cidr = Cidr.Parse("10.0.0.0/8"), GroupId = "sg-b", PrefixListId = "pl-b" };

    [Fact]
    public void BlockCounts_ThenGroup_ThenPrefixList()
    {
        Assert.Equal(RulePeer.Of(Cidr.Parse("10.0.0.0/8")), All.Effective);
        Assert.Equal(RulePeer.Group("sg-b"), (All with { Cidr = null }).Effective);
        Assert.Equal(RulePeer.PrefixList("pl-b"), (All with { Cidr = null, GroupId = "" }).Effective);
        Assert.True((All with { Cidr = null, GroupId = "", PrefixListId = "" }).IsAny);
    }

    [Fact]
    public void Text_IsWhatCounts()
    {
        Assert.Equal("10.0.0.0/8", All.ToString());
        Assert.Equal("sg-b", (All with { Cidr = null }).ToString());
        Assert.Equal("pl-b", (All with { Cidr = null, GroupId = "" }).ToString());
        Assert.Equal("any", RulePeer.Any.ToString());
    }
}
