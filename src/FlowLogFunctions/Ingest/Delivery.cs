using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>What one Logstore is to get of a batch: what any of its flow logs asks for, each record once.</summary>
/// <param name="FlowLogs">Those that the batch is delivered for.</param>
internal sealed record Delivery(Scope Scope, Logstore Logstore, IReadOnlyList<ServedFlowLog> FlowLogs)
{
    public string LogstoreId => Logstore.Id;

    /// <summary>Whether the Logstore's analysis report is on, so that aggregates are kept.</summary>
    public bool Report => Logstore.ReportSince is not null;

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

    /// <summary>The rows that the Logstore still keeps.</summary>
    public FlowColumns Keep(FlowColumns rows, DateTimeOffset now)
    {
        if (Retention.OldestStart(Logstore, now) is not { } oldest || rows.Count == 0)
            return rows;
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        return starts.Min() >= oldest ? rows : rows.Pick([.. Enumerable.Range(0, rows.Count).Where(row => starts[row] >= oldest)]);
    }

    /// <summary>Whether the Logstore still keeps anything of an hour.</summary>
    public bool Keeps(long hour, DateTimeOffset now) =>
        Retention.OldestStart(Logstore, now) is not { } oldest || hour + LogstoreKeys.SecondsPerHour > oldest;

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
