using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Ingest;

/// <summary>
/// Where the flow logs of a batch want their records: by Logstore, those that are long gone left out and counted. What is there is
/// remembered for a short while; what is missing is looked for each time.
/// </summary>
internal sealed class Deliveries(
    FlowLogStore flowLogs, EndedFlowLogs ended, LogstoreStore logstores, Telemetry telemetry, TimeProvider time, IOptions<IngestOptions> options)
{
    private const int Minute = 60;
    private const int MaxRemembered = 10_000;

    private readonly Memory<(Scope Scope, string FlowLogId), Destination> _destinations =
        new(time, TimeSpan.FromSeconds(options.Value.RememberSeconds), MaxRemembered);

    private sealed record Destination(ServedFlowLog FlowLog, Logstore Logstore);

    /// <param name="isFresh">True to ask storage even for what is remembered.</param>
    public async Task<IReadOnlyList<Delivery>> OfAsync(Scope scope, IReadOnlyList<string> flowLogIds, bool isFresh, CancellationToken cancellation)
    {
        var wanted = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var id in flowLogIds)
        {
            var remembered = isFresh ? null : _destinations.Find((scope, id));
            if ((remembered ?? await ReadAsync(scope, id, cancellation)) is { } destination)
                Add(wanted, scope, destination);
        }

        return [.. wanted.Values.OrderBy(delivery => delivery.LogstoreId, StringComparer.Ordinal)];
    }

    private async Task<Destination?> ReadAsync(Scope scope, string id, CancellationToken cancellation)
    {
        var found = (await flowLogs.FindAsync(scope, id, cancellation))?.Value ?? await ended.FindAsync(scope, id, cancellation);
        if (found is not { } flowLog)
        {
            telemetry.Undeliverable("flow log deleted");
            return null;
        }

        if ((await logstores.FindAsync(scope, flowLog.Project, flowLog.Logstore, cancellation))?.Value is not { } logstore)
        {
            telemetry.Undeliverable("Logstore deleted");
            return null;
        }

        var since = await SinceAsync(scope, flowLog, logstore, cancellation);
        var destination = new Destination(new(id, flowLog.TrafficType, since), logstore);
        _destinations.Keep((scope, id), destination);
        return destination;
    }

    /// <summary>When it became active, but not before the Logstore was made. One that has been deactivated since says so among those that ended.</summary>
    private async Task<long> SinceAsync(Scope scope, FlowLogs.FlowLog flowLog, Logstore logstore, CancellationToken cancellation)
    {
        var active = flowLog.ActiveSince ?? (await ended.FindAsync(scope, flowLog.Id, cancellation))?.ActiveSince;
        return active is { } since ? CaptureWindow.Floor(Math.Max(since.ToUnixTimeSeconds(), logstore.CreatedAt.ToUnixTimeSeconds()), Minute) : long.MaxValue;
    }

    private static void Add(Dictionary<string, Delivery> wanted, Scope scope, Destination destination)
    {
        var others = wanted.TryGetValue(destination.Logstore.Id, out var other) ? other.FlowLogs : [];
        wanted[destination.Logstore.Id] = new(scope, destination.Logstore, [.. others, destination.FlowLog]);
    }
}
