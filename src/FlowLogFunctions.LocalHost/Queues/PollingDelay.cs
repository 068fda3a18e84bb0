namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>Waits between looks at an empty queue: 100 ms, then twice as long each time up to a longest.</summary>
internal sealed class PollingDelay(TimeSpan longest)
{
    private TimeSpan _next = QueueSettings.MinPollingInterval;

    public TimeSpan Next()
    {
        var delay = _next;
        _next = delay * 2 < longest ? delay * 2 : longest;
        return delay;
    }

    /// <summary>A message was found.</summary>
    public void Reset() => _next = QueueSettings.MinPollingInterval;
}
