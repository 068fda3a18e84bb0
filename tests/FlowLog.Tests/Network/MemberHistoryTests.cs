using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

public sealed class MemberHistoryTests
{
    private static readonly HashSet<string> Groups = ["sg-a", "sg-b"];

    [Theory]
    [InlineData(long.MinValue, "10.0.0.1", "")]
    [InlineData(199, "10.0.0.1", "")]
    [InlineData(200, "", "10.0.0.1")]
    [InlineData(299, "", "10.0.0.1")]
    [InlineData(300, "", "10.0.0.1 10.0.0.2")]
    [InlineData(long.MaxValue - 1, "", "10.0.0.1 10.0.0.2")]
    public void Time_HasItsMembers(long time, string inA, string inB)
    {
        var history = History(
            [Eni(["10.0.0.1"], "sg-a", 100, 200), Eni(["10.0.0.1"], "sg-b", 200)],
            [Eni(["10.0.0.2"], "sg-c", 150, 300), Eni(["10.0.0.2"], "sg-b", 300)]);

        Assert.Equal((inA, inB), (At(history, "sg-a", time), At(history, "sg-b", time)));
    }

    /// <summary>Not both at once, and nobody between the two.</summary>
    [Theory]
    [InlineData(0, "10.0.0.1", "")]
    [InlineData(199, "10.0.0.1", "")]
    [InlineData(200, "", "")]
    [InlineData(299, "", "")]
    [InlineData(300, "", "10.0.0.1")]
    public void AddressThatAnotherEniHadBefore_IsTheEnisOnlyFromItsBeginning(long time, string inA, string inB)
    {
        var history = History([Eni(["10.0.0.1"], "sg-b", 300)], [Eni(["10.0.0.1"], "sg-a", 100, 200)]);

        Assert.Equal((inA, inB), (At(history, "sg-a", time), At(history, "sg-b", time)));
    }

    [Theory]
    [InlineData(199, "10.0.0.1")]
    [InlineData(200, "10.0.0.2")]
    public void AddressThatAnEniGotLater_IsNotItsBefore(long time, string expected)
    {
        var history = History([Eni(["10.0.0.1"], "sg-a", 100, 200), Eni(["10.0.0.2"], "sg-a", 200)]);

        Assert.Equal(expected, At(history, "sg-a", time));
    }

    [Fact]
    public void EniOfTwoGroups_IsAMemberOfBoth()
    {
        var history = new MemberHistory([[new(new Membership([IpAddress.V4(1)], ["sg-a", "sg-b"]))]], Groups);

        Assert.Equal(history.At("sg-a", 0), history.At("sg-b", 0));
        Assert.Single(history.At("sg-a", 0));
    }

    [Fact]
    public void GroupNotAskedFor_HasNobodyAndChangesNothing()
    {
        var history = History([Eni(["10.0.0.1"], "sg-c", 100, 200)]);

        Assert.Empty(history.At("sg-c", 150));
        Assert.Empty(history.Changes);
    }

    private static MemberHistory History(params Dated<Membership>[][] enis) => new(enis, Groups);

    private static Dated<Membership> Eni(string[] addresses, string group, long from, long until = long.MaxValue) =>
        new(new Membership([.. addresses.Select(IpAddress.Parse)], [group]), from, until);

    private static string At(MemberHistory history, string group, long time) =>
        string.Join(' ', history.At(group, time).Order());
}
