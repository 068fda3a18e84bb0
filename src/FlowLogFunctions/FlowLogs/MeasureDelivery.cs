using FlowLog.Flows;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Health;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Measures the delivery of every flow log that captures. Of the others what was last known stays.</summary>
internal sealed partial class MeasureDelivery(
    FlowLogStore flowLogs, LogstoreStore logstores, Coverage coverage, DeliveryHealthStore store, LogstoreStatements statements, DeliveryWatermark watermark,
    HealthNotes notes, Telemetry telemetry, UpkeepTelemetry upkeep, TimeProvider time, ILogger<MeasureDelivery> log)
{
    private const int Minute = 60;
    private const int Hour = LogstoreKeys.SecondsPerHour;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var lags = new List<long>();
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
            lags.AddRange(await RunAsync(scope, cancellation));
        await notes.TryPutAsync(new DeliveryNote(time.GetUtcNow(), lags.Count, lags.Count > 0 ? lags.Max() : null));
    }

    /// <summary>One account and region.</summary>
    /// <returns>How late each flow log is that could be measured, in seconds.</returns>
    public async Task<IReadOnlyList<long>> RunAsync(Scope scope, CancellationToken cancellation)
    {
        var lags = new List<long>();
        var all = await flowLogs.AllAsync(scope, cancellation).Select(row => row.Value).ToListAsync(cancellation);
        await store.KeepAsync(scope, all.Select(flowLog => flowLog.Id).ToHashSet(StringComparer.Ordinal), cancellation);
        var capturing = all.Where(flowLog => flowLog.IsCapturing).ToList();
        if (capturing.Count == 0)
            return lags;
        await Traces.Work("measure delivery").Of(scope).RunAsync(() => MeasureAsync(scope, capturing, lags, cancellation));
        return lags;
    }

    private async Task MeasureAsync(Scope scope, IReadOnlyList<FlowLog> capturing, List<long> lags, CancellationToken cancellation)
    {
        var covered = await coverage.OfAsync(scope, cancellation);
        foreach (var flowLog in capturing)
        {
            try
            {
                if (await MeasureAsync(scope, flowLog, covered, cancellation) is { } lag)
                    lags.Add(lag);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                upkeep.Left("measure", fault);
                LogLeft(log, UpkeepTelemetry.LevelOf(fault), flowLog.Id, fault);
            }
        }
    }

    private async Task<long?> MeasureAsync(Scope scope, FlowLog flowLog, IReadOnlyList<CoveredEni> covered, CancellationToken cancellation)
    {
        if ((await logstores.FindAsync(scope, flowLog.Project, flowLog.Logstore, cancellation))?.Value is not { } logstore)
            return null;
        var known = await store.FindAsync(scope, flowLog.Id, cancellation);
        var since = CaptureWindow.Floor(Math.Max(flowLog.ActiveSince?.ToUnixTimeSeconds() ?? 0, logstore.CreatedAt.ToUnixTimeSeconds()), Minute);
        var enis = covered.Where(eni => eni.Times.Any(covering => covering.FlowLog.Id == flowLog.Id)).Select(eni => eni.Eni.Id).ToList();
        var completeTo = await watermark.AdvanceAsync(scope, logstore, enis, Math.Max(known?.CompleteTo ?? since, since), cancellation);
        long? lag = completeTo is { } reached ? Math.Max(0, time.GetUtcNow().ToUnixTimeSeconds() - reached) : null;
        if (lag is { } seconds)
            telemetry.Lag(seconds);
        var health = await CountAsync(logstore, flowLog.Id, cancellation);
        await store.PutAsync(scope, flowLog.Id, health with { CompleteTo = completeTo, LastRecordTime = Later(known?.LastRecordTime, health.LastRecordTime) }, cancellation);
        return lag;
    }

    /// <summary>What the steps of the last hour brought.</summary>
    private async Task<DeliveryHealth> CountAsync(Logstore logstore, string flowLogId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var (records, bytes, last) = (0L, 0L, 0L);
        for (var hour = CaptureWindow.Floor(now, Hour) - Hour; hour <= now; hour += Hour)
        {
            var steps = (await statements.OfHourAsync(logstore.Id, hour, cancellation))
                .Where(entry => !entry.IsLost && entry.Statement.StepHour == hour && entry.Statement.Step.Until > now - Hour);
            foreach (var share in steps.SelectMany(entry => entry.Statement.FlowLogs).Where(share => share.FlowLogId == flowLogId))
                (records, bytes, last) = (records + share.Records, bytes + Math.Min(share.Bytes, long.MaxValue - bytes), Math.Max(last, share.LastStart));
        }

        return new(last > 0 ? last : null, null, records, bytes);
    }

    private static long? Later(long? one, long? other) => one is null || other > one ? other : one;

    [LoggerMessage(EventId = 461, Message = "The delivery of the flow log {FlowLog} is not measured this time")]
    private static partial void LogLeft(ILogger logger, LogLevel level, string flowLog, Exception fault);
}
