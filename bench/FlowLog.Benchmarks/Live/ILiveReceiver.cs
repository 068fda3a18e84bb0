namespace FlowLog.Benchmarks.Live;

/// <summary>Something that captures the interface.</summary>
internal interface ILiveReceiver : IDisposable
{
    string Name { get; }

    /// <summary>Since its start: frames it has taken, frames that were dropped before it could, seconds of processor time.</summary>
    /// <param name="others">Seconds of processor time of threads in this process that are not its own.</param>
    (long Taken, long Dropped, double Busy) Counts(double others);
}
