using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Ingest;

/// <summary>What one Logstore is to get of a batch: what any of its flow logs asks for, each record once.</summary>
internal sealed record Delivery(Scope Scope, Logstore Logstore, IReadOnlySet<TrafficType> TrafficTypes)
{
    public string LogstoreId => Logstore.Id;

    /// <summary>Whether the Logstore's analysis report is on, so that aggregates are kept.</summary>
    public bool Report => Logstore.ReportSince is not null;

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

    /// <summary>The rows that the Logstore still keeps.</summary>
    public FlowColumns Keep(FlowColumns rows, DateTimeOffset now)
    {
        if (Retention.OldestStart(Logstore, now) is not { } oldest || rows.Count == 0)
            return rows;
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        return starts.Min() >= oldest ? rows : rows.Pick([.. Enumerable.Range(0, rows.Count).Where(row => starts[row] >= oldest)]);
    }

    private bool Asks(FlowAction action) => action switch
    {
        FlowAction.Accept => TrafficTypes.Contains(TrafficType.Allow),
        FlowAction.Reject => TrafficTypes.Contains(TrafficType.Drop),
        _ => false,
    };
}
