using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Ingest;

/// <summary>What one Logstore is to get of a batch: what any of its flow logs asks for, each record once.</summary>
/// <param name="Report">Whether the Logstore's analysis report is on, so that aggregates are kept.</param>
internal sealed record Delivery(string LogstoreId, bool Report, IReadOnlySet<TrafficType> TrafficTypes)
{
    /// <summary>The rows that are asked for. Statements of no or lost traffic concern every traffic type.</summary>
    public FlowColumns Pick(FlowColumns rows)
    {
        if (TrafficTypes.Contains(TrafficType.All))
            return rows;
        var actions = rows.Numbers(FlowFields.Action);
        var statuses = rows.Numbers(FlowFields.Status);
        var wanted = new List<int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            if ((LogStatus)statuses[row] != LogStatus.Ok || Asks((FlowAction)actions[row]))
                wanted.Add(row);
        }

        return wanted.Count == rows.Count ? rows : rows.Pick(wanted);
    }

    private bool Asks(FlowAction action) => action switch
    {
        FlowAction.Accept => TrafficTypes.Contains(TrafficType.Allow),
        FlowAction.Reject => TrafficTypes.Contains(TrafficType.Drop),
        _ => false,
    };
}
