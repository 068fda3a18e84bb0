namespace FlowLog.Benchmarks.Ingest;

/// <summary>What became of messages that were sent at a steady rate.</summary>
/// <param name="RecordsPerSecond">As they really came to be sent.</param>
/// <param name="Latencies">Of each message from sending to commit, shortest first.</param>
internal sealed record PacedRun(double RecordsPerSecond, IReadOnlyList<TimeSpan> Latencies)
{
    /// <summary>The latency that this share of all messages keeps to.</summary>
    /// <param name="share">0 to 1.</param>
    public double Milliseconds(double share) => Latencies[(int)Math.Ceiling(share * Latencies.Count) - 1].TotalMilliseconds;
}
