using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Ingest;

/// <summary>Which rows of a batch a traffic type asks for.</summary>
internal readonly ref struct AskedRows(FlowColumns rows)
{
    private readonly ReadOnlySpan<long> _actions = rows.Numbers(FlowFields.Action);
    private readonly ReadOnlySpan<long> _statuses = rows.Numbers(FlowFields.Status);

    public bool Has(int row, TrafficType type) => type switch
    {
        TrafficType.All => true,
        _ when (LogStatus)_statuses[row] != LogStatus.Ok => true,
        TrafficType.Allow => (FlowAction)_actions[row] == FlowAction.Accept,
        _ => (FlowAction)_actions[row] == FlowAction.Reject,
    };

    public bool HasAny(int row, ReadOnlySpan<TrafficType> types)
    {
        foreach (var type in types)
            if (Has(row, type))
                return true;
        return false;
    }

    /// <summary>How much it is, for a flow log without a name.</summary>
    public FlowLogShare Share(TrafficType type)
    {
        var starts = rows.Numbers(FlowFields.Start);
        var bytes = rows.Numbers(FlowFields.Bytes);
        var share = new FlowLogShare("", 0, 0, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            if (!Has(row, type))
                continue;
            var sum = unchecked(share.Bytes + bytes[row]);
            share = new("", share.Records + 1, sum < share.Bytes ? long.MaxValue : sum, Math.Max(share.LastStart, starts[row]));
        }

        return share;
    }
}
