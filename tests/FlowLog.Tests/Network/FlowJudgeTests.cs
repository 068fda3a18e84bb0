using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Tests.Network;

public sealed class FlowJudgeTests
{
    private const long Second = 1_000_000_000;

    private static readonly IpAddress Own = IpAddress.Parse("10.0.0.5");
    private static readonly FiveTuple Request = new(Own, IpAddress.Parse("203.0.113.9"), 40000, 443, 6);

    [Fact]
    public void AnswersOfManyWindows_PassLongAfterTheirSessionsEnded()
    {
        // Three hours, a conversation of its own in each minute, handed over at once.
        FlowTotals[] flows =
        [
            .. Enumerable.Range(0, 180).SelectMany(minute => new[]
            {
                Flow(Request with { SourcePort = (ushort)(40000 + minute) }, minute * 60, minute * 60),
                Flow((Request with { SourcePort = (ushort)(40000 + minute) }).Reversed, minute * 60, (minute * 60) + 1),
            }),
        ];

        Assert.All(Judge(flows), judged => Assert.Equal(FlowAction.Accept, judged.Verdict.Action));
    }

    [Fact]
    public void AnswersOfALongFile_PassInAWindowWithoutEnd()
    {
        FlowTotals[] flows =
        [
            .. Enumerable.Range(0, 180).SelectMany(minute => new[]
            {
                Flow(Request with { SourcePort = (ushort)(40000 + minute) }, 0, (minute * 60) + 1),
                Flow((Request with { SourcePort = (ushort)(40000 + minute) }).Reversed, 0, minute * 60),
            }),
        ];

        Assert.All(Judge(flows), judged => Assert.Equal(FlowAction.Accept, judged.Verdict.Action));
    }

    [Fact]
    public void AnswerBeforeItsRequest_PassesInTheSameWindow_NotInTheOneBefore()
    {
        var judged = Judge([Flow(Request.Reversed, 0, 59), Flow(Request.Reversed, 60, 61), Flow(Request, 60, 62)]);

        Assert.Equal([FlowAction.Reject, FlowAction.Accept, FlowAction.Accept], judged.Select(flow => flow.Verdict.Action));
    }

    [Theory]
    [InlineData("10.0.0.5", "203.0.113.9", Direction.Out)]
    [InlineData("203.0.113.9", "10.0.0.5", Direction.In)]
    [InlineData("10.0.0.5", "10.0.0.5", Direction.Out)]
    [InlineData("203.0.113.9", "224.0.0.251", Direction.In)]
    [InlineData("203.0.113.9", "255.255.255.255", Direction.In)]
    [InlineData("fe80::1", "ff02::1", Direction.In)]
    [InlineData("203.0.113.9", "10.0.0.6", Direction.None)]
    public void Direction_IsSeenFromTheEni(string source, string destination, Direction expected) => Assert.Equal(
        expected, FlowDirection.Of(new(IpAddress.Parse(source), IpAddress.Parse(destination), 1, 2, 17), new HashSet<IpAddress> { Own }));

    private static IReadOnlyList<JudgedFlow> Judge(FlowTotals[] flows)
    {
        var group = new SecurityGroup { Id = "sg-a" };
        var history = new SecurityGroupHistory([group], new MemberHistory([[new(new Membership([Own], ["sg-a"]))]], new HashSet<string> { "sg-a" }), []);
        return new FlowJudge(history, new HashSet<IpAddress> { Own }, new SessionTable(latenessNs: FlowJudge.LatenessNs)).Judge(flows);
    }

    private static FlowTotals Flow(FiveTuple flow, long window, long second) =>
        new(window, flow, 1, 60, 0, second * Second, second * Second);
}
