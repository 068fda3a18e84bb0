using FlowLog.Flows;
using FlowLog.Imports;
using FlowLog.Network;

namespace FlowLog.Tests.Imports;

public sealed class ImportedFlowsTests
{
    private const long Second = 1_000_000_000;

    private static readonly FiveTuple Ssh = new(IpAddress.Parse("203.0.113.9"), IpAddress.Parse("10.0.0.5"), 40000, 22, 6);

    [Fact]
    public void TuplesOfAFlowAndWindow_AddUp_ByVerdict()
    {
        var flows = new ImportedFlows(60);
        flows.Add(Allowed(10, packets: 3, bytes: 300));
        flows.Add(Allowed(70, packets: 1, bytes: 40));
        flows.Add(Allowed(5, packets: 2, bytes: 100));
        flows.Add(Allowed(20, packets: 0, bytes: 0) with { Action = FlowAction.Reject, RuleId = "deny-all" });

        Assert.Equal(3, flows.Count);
        Assert.Equal(
            [
                (0L, 5L, 400L, 5 * Second, 10 * Second, FlowAction.Accept, "allow-ssh"),
                (0, 0, 0, 20 * Second, 20 * Second, FlowAction.Reject, "deny-all"),
                (60, 1, 40, 70 * Second, 70 * Second, FlowAction.Accept, "allow-ssh"),
            ],
            flows.Drain().Select(Of));
        Assert.Empty(flows.Drain());
    }

    [Fact]
    public void ManyFlows_AddUpAndComeInOrder_AsADictionaryHasThem()
    {
        var random = new Random(3);
        var flows = new ImportedFlows(60, seed: 5);
        var expected = new Dictionary<(long Window, string Source, ushort Port, Direction Direction, FlowAction Action, string Rule), (long Packets, long Bytes)>();
        for (var i = 0; i < 40_000; i++)
        {
            var flow = Allowed(random.Next(600), random.Next(5), random.Next(500)) with
            {
                Flow = Ssh with { Source = IpAddress.V4(0x0A000000u + (uint)random.Next(40)), SourcePort = (ushort)random.Next(20) },
                Direction = (Direction)random.Next(3),
                Action = (FlowAction)random.Next(1, 3),
                RuleId = $"rule-{random.Next(4)}",
            };
            var key = (CaptureWindow.Floor(flow.FirstNanoseconds / Second, 60), flow.Flow.Source.ToString(), flow.Flow.SourcePort, flow.Direction, flow.Action, flow.RuleId);
            var sum = expected.GetValueOrDefault(key);
            expected[key] = (sum.Packets + flow.Packets, sum.Bytes + flow.Bytes);
            flows.Add(flow);
        }

        var drained = flows.Drain().Select(judged => (
            Key: (judged.Flow.WindowStart, judged.Flow.Flow.Source.ToString(), judged.Flow.Flow.SourcePort, judged.Direction, judged.Verdict.Action, judged.Verdict.RuleId),
            Sum: (judged.Flow.Packets, judged.Flow.Bytes))).ToList();
        Assert.Equal(expected.Count, drained.Count);
        Assert.All(drained, flow => Assert.Equal(expected[flow.Key], flow.Sum));
        Assert.Equal(
            drained.Select(flow => flow.Key).OrderBy(key => key.Item1).ThenBy(key => IpAddress.Parse(key.Item2)).ThenBy(key => key.Item3)
                .ThenBy(key => key.Item4).ThenBy(key => key.Item5).ThenBy(key => key.Item6, StringComparer.Ordinal),
            drained.Select(flow => flow.Key));
    }

    [Fact]
    public void WindowZero_HoldsEverything()
    {
        var flows = new ImportedFlows(0);
        flows.Add(Allowed(10, 1, 40));
        flows.Add(Allowed(100_000, 1, 40));

        Assert.Equal(2, Assert.Single(flows.Drain()).Flow.Packets);
    }

    [Fact]
    public void StatementsWithoutFlow_AddNone()
    {
        var flows = new ImportedFlows(60);
        flows.Add(new ImportedFlow { Status = LogStatus.NoData, FirstNanoseconds = Second });

        Assert.Equal(0, flows.Count);
    }

    private static ImportedFlow Allowed(long second, long packets, long bytes) => new()
    {
        Flow = Ssh,
        FirstNanoseconds = second * Second,
        LastNanoseconds = second * Second,
        Packets = packets,
        Bytes = bytes,
        Direction = Direction.In,
        Action = FlowAction.Accept,
        RuleId = "allow-ssh",
    };

    private static (long Window, long Packets, long Bytes, long First, long Last, FlowAction Action, string RuleId) Of(JudgedFlow judged) => (
        judged.Flow.WindowStart, judged.Flow.Packets, judged.Flow.Bytes, judged.Flow.FirstNanoseconds, judged.Flow.LastNanoseconds,
        judged.Verdict.Action, judged.Verdict.RuleId);
}
