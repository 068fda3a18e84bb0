namespace FlowLog.Benchmarks.Ingest;

/// <summary>One run from the first message taken to the last one deleted.</summary>
/// <param name="ProcessorTime">Of this process, which is the service; Azurite's is not in it.</param>
internal sealed record IngestRun(int Records, TimeSpan Elapsed, TimeSpan ProcessorTime, StorageCounts Counts)
{
    public double RecordsPerSecond => Records / Elapsed.TotalSeconds;

    /// <summary>A quantity of this run, scaled to a million records.</summary>
    public double PerMillion(double quantity) => quantity * 1e6 / Records;
}
