using FlowLog.Flows;
using FlowLogFunctions.Usage;

namespace FlowLogFunctions.Tests.Usage;

public class WindowJoinTests
{
    private static readonly FlowRecord Flow = new()
    {
        EniId = "eni-1",
        Flow = new(IpAddress.Parse("10.0.0.1"), IpAddress.Parse("10.0.0.2"), 1000, 443, 6),
        Action = FlowAction.Accept,
        Packets = 2,
        Bytes = 100,
        Start = 600,
        End = 650,
        TcpFlags = 2,
    };

    [Fact]
    public void SameFlow_BecomesOneRecordAWindow()
    {
        var join = new WindowJoin(600);

        Assert.Empty(join.Add(Flow));
        Assert.Empty(join.Add(Flow with { Packets = 3, Bytes = 50, Start = 1100, End = 1190, TcpFlags = 16 }));
        var closed = join.Add(Flow with { Start = 1200, End = 1210 });

        Assert.Equal([Flow with { Packets = 5, Bytes = 150, End = 1190, TcpFlags = 18 }], closed);
        Assert.Equal([Flow with { Start = 1200, End = 1210 }], join.Rest());
    }

    [Fact]
    public void OtherVerdicts_StayApart()
    {
        var join = new WindowJoin(600);
        join.Add(Flow);
        join.Add(Flow with { Action = FlowAction.Reject, Start = 700 });

        Assert.Equal(2, join.Rest().Count);
    }

    [Fact]
    public void QuietMinutes_OfAWindowWithTraffic_AreNotSaid()
    {
        var join = new WindowJoin(600);
        join.Add(new FlowRecord { EniId = "eni-1", Status = LogStatus.NoData, Start = 600, End = 660 });
        join.Add(Flow with { Start = 700 });
        var busy = join.Add(new FlowRecord { EniId = "eni-1", Status = LogStatus.NoData, Start = 1200, End = 1260 });

        Assert.Equal([LogStatus.Ok], busy.Select(record => record.Status));
        Assert.Equal([LogStatus.NoData], join.Rest().Select(record => record.Status));
    }
}
