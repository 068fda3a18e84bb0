using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Ingest;

/// <summary>Where the flow logs of a batch want their records: by Logstore, those that are long gone left out and counted.</summary>
internal sealed class Deliveries(FlowLogStore flowLogs, EndedFlowLogs ended, LogstoreStore logstores, Telemetry telemetry)
{
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
                Add(wanted, logstore, flowLog.TrafficType);
        }

        return [.. wanted.Values.OrderBy(delivery => delivery.LogstoreId, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<string, Delivery> wanted, Logstore logstore, TrafficType type)
    {
        var types = new HashSet<TrafficType> { type };
        if (wanted.TryGetValue(logstore.Id, out var other))
            types.UnionWith(other.TrafficTypes);
        wanted[logstore.Id] = new(logstore.Id, logstore.ReportSince is not null, types);
    }
}
