using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Health;

/// <summary>How the service is. It names no account and nothing of one.</summary>
/// <param name="Storage">Whether all of storage answers.</param>
/// <param name="Time">The service's clock.</param>
/// <param name="CheckedAt">When all of this was looked at.</param>
/// <param name="Queue">Left out if queues do not answer.</param>
/// <param name="Capture">Left out before the first run, and if tables do not answer.</param>
/// <param name="Delivery">Likewise.</param>
internal sealed record HealthAnswer(
    HealthStatus Status, Reachability Storage, DateTimeOffset Time, DateTimeOffset CheckedAt, IReadOnlyList<HealthReason> Reasons,
    HealthServices Services, QueueDepth? Queue, CaptureNote? Capture, DeliveryNote? Delivery);

/// <summary>Each service of storage.</summary>
internal sealed record HealthServices(ServiceHealth Tables, ServiceHealth Queues, ServiceHealth Blobs);

/// <param name="Milliseconds">How long its answer took, or was waited for.</param>
internal sealed record ServiceHealth(Reachability Status, double Milliseconds)
{
    public static ServiceHealth Of<T>(Probed<T> probed) =>
        new(probed.Answered ? Reachability.Reachable : Reachability.Unreachable, Math.Round(probed.Took.TotalMilliseconds, 1));
}
