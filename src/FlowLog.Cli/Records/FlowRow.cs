using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>A flow as it is printed.</summary>
internal readonly record struct FlowRow(FlowTotals Flow, Direction Direction, Verdict Verdict)
{
    private const long Second = 1_000_000_000;

    /// <summary>Unix seconds.</summary>
    public long Start => Seconds(Flow.FirstNanoseconds);

    /// <summary>Unix seconds.</summary>
    public long End => Seconds(Flow.LastNanoseconds);

    private static long Seconds(long nanoseconds) => (nanoseconds / Second) - (nanoseconds % Second < 0 ? 1 : 0);
}
