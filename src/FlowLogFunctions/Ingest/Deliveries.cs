using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Ingest;

/// <summary>Where the flow logs of a batch want their records: by Logstore, those that are long gone left out and counted.</summary>
internal sealed class Deliveries(FlowLogStore flowLogs, EndedFlowLogs ended, LogstoreStore logstores, Telemetry telemetry)
{
    private const int Minute = 60;

    public async Task<IReadOnlyList<Delivery>> OfAsync(Scope scope, IReadOnlyList<string> flowLogIds, CancellationToken cancellation)
    {
        var wanted = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var id in flowLogIds)
        {
            var found = (await flowLogs.FindAsync(scope, id, cancellation))?.Value ?? await ended.FindAsync(scope, id, cancellation);
            if (found is not { } flowLog)
                telemetry.Undeliverable("flow log deleted");
            else if ((await logstores.FindAsync(scope, flowLog.Project, flowLog.Logstore, cancellation))?.Value is not { } logstore)
                telemetry.Undeliverable("Logstore deleted");
            else
                Add(wanted, logstore, new(id, flowLog.TrafficType, await SinceAsync(scope, flowLog, logstore, cancellation)));
        }

        return [.. wanted.Values.OrderBy(delivery => delivery.LogstoreId, StringComparer.Ordinal)];
    }

    /// <summary>When it became active, but not before the Logstore was made. One that has been deactivated since says so among those that ended.</summary>
    private async Task<long> SinceAsync(Scope scope, FlowLogs.FlowLog flowLog, Logstore logstore, CancellationToken cancellation)
    {
        var active = flowLog.ActiveSince ?? (await ended.FindAsync(scope, flowLog.Id, cancellation))?.ActiveSince;
        return active is { } since ? CaptureWindow.Floor(Math.Max(since.ToUnixTimeSeconds(), logstore.CreatedAt.ToUnixTimeSeconds()), Minute) : long.MaxValue;
    }

    private static void Add(Dictionary<string, Delivery> wanted, Logstore logstore, ServedFlowLog flowLog)
    {
        var others = wanted.TryGetValue(logstore.Id, out var other) ? other.FlowLogs : [];
        wanted[logstore.Id] = new(logstore.Id, logstore.ReportSince is not null, [.. others, flowLog]);
    }
}
