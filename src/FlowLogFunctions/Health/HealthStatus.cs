namespace FlowLogFunctions.Health;

internal enum HealthStatus
{
    Healthy = 0,

    /// <summary>It works, and something wants looking at.</summary>
    Degraded = 1,

    /// <summary>It cannot work.</summary>
    Unhealthy = 2,
}

/// <summary>Whether storage answers.</summary>
internal enum Reachability
{
    Reachable = 0,
    Unreachable = 1,
}

/// <summary>Why the service is not healthy.</summary>
internal enum HealthReason
{
    TablesUnreachable = 0,
    QueuesUnreachable = 1,
    BlobsUnreachable = 2,
    PoisonMessages = 3,
    QueueLag = 4,
    CaptureFailed = 5,
    CaptureLate = 6,
    DeliveryLag = 7,
}
