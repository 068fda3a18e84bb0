using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Health;

/// <summary>What is wrong, judged by what was found.</summary>
internal static class HealthJudgement
{
    /// <summary>Messages are taken within seconds; one that waits this long has nobody to take it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Capture runs each minute.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>As the alert <c>delivery-lag</c> has it: windows of ten minutes are ten minutes late by their nature.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(20);

    /// <summary>All reasons not to call it healthy, the gravest first.</summary>
    public static IEnumerable<HealthReason> Reasons(HealthServices services, QueueDepth? queue, CaptureNote? capture, DeliveryNote? delivery, DateTimeOffset now)
    {
        if (services.Tables.Status == Reachability.Unreachable)
            yield return HealthReason.TablesUnreachable;
        if (services.Queues.Status == Reachability.Unreachable)
            yield return HealthReason.QueuesUnreachable;
        if (services.Blobs.Status == Reachability.Unreachable)
            yield return HealthReason.BlobsUnreachable;
        if (queue?.PoisonMessages > 0)
            yield return HealthReason.PoisonMessages;
        if (queue?.OldestSeconds > LongestWait.TotalSeconds)
            yield return HealthReason.QueueLag;
        if (capture is { Result: not CaptureResult.Done })
            yield return HealthReason.CaptureFailed;
        if (now - capture?.EndedAt > LongestPause)
            yield return HealthReason.CaptureLate;
        if (delivery?.WorstLagSeconds > LongestLag.TotalSeconds)
            yield return HealthReason.DeliveryLag;
    }

    public static HealthStatus StatusOf(IReadOnlyList<HealthReason> reasons) => reasons switch
    {
        [] => HealthStatus.Healthy,
        [HealthReason.TablesUnreachable or HealthReason.QueuesUnreachable or HealthReason.BlobsUnreachable, ..] => HealthStatus.Unhealthy,
        _ => HealthStatus.Degraded,
    };
}
