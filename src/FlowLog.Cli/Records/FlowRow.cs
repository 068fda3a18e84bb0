using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>A flow as it is printed.</summary>
internal readonly record struct FlowRow(FlowTotals Flow, Direction Direction, Verdict Verdict)
{
    /// <summary>Unix seconds.</summary>
    public long Start => UnixTime.Seconds(Flow.FirstNanoseconds);

    /// <summary>Unix seconds.</summary>
    public long End => UnixTime.Seconds(Flow.LastNanoseconds);
}
