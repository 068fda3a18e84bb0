using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Ingest;

/// <summary>What one Logstore is to get of a batch: what any of its flow logs asks for, each record once.</summary>
/// <param name="Report">Whether the Logstore's analysis report is on, so that aggregates are kept.</param>
internal sealed record Delivery(string LogstoreId, bool Report, IReadOnlyList<ServedFlowLog> FlowLogs)
{
    /// <summary>The rows that are asked for. Statements of no or lost traffic concern every traffic type.</summary>
    public FlowColumns Pick(FlowColumns rows)
    {
        if (FlowLogs.Any(flowLog => flowLog.TrafficType == TrafficType.All))
            return rows;
        TrafficType[] types = [.. FlowLogs.Select(flowLog => flowLog.TrafficType).Distinct()];
        var asked = new AskedRows(rows);
        var wanted = new List<int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            if (asked.HasAny(row, types))
                wanted.Add(row);
        }

        return wanted.Count == rows.Count ? rows : rows.Pick(wanted);
    }

    /// <summary>What the batch says, as this Logstore keeps it: with its own flow logs, and since when it should have everything.</summary>
    public BatchStatement Own(BatchStatement statement, FlowColumns rows)
    {
        var shares = FlowLogs.Select(flowLog => flowLog.TrafficType).Distinct().ToDictionary(type => type, type => new AskedRows(rows).Share(type));
        var since = Math.Max(statement.Step.CoveredSince, FlowLogs.Min(flowLog => flowLog.Since));
        return statement with
        {
            Step = statement.Step with { CoveredSince = Math.Min(since, statement.Step.From) },
            FlowLogs = [.. FlowLogs.Select(flowLog => shares[flowLog.TrafficType] with { FlowLogId = flowLog.Id })],
        };
    }
}
