using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>What each row has, and which rows have traffic at all.</summary>
internal sealed class RowTraffic(FlowColumns rows)
{
    public ReadOnlySpan<long> Statuses => rows.Numbers(FlowFields.Status);

    public ReadOnlySpan<long> Packets => rows.Numbers(FlowFields.Packets);

    public ReadOnlySpan<long> Bytes => rows.Numbers(FlowFields.Bytes);

    public ReadOnlySpan<long> Actions => rows.Numbers(FlowFields.Action);

    public ReadOnlySpan<long> Directions => rows.Numbers(FlowFields.Direction);
}
