namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>A clock that a test moves, and that can keep whoever looks at it.</summary>
internal sealed class StoppableTime(DateTimeOffset now) : TimeProvider, IDisposable
{
    private readonly ManualResetEventSlim _runs = new(true);
    private long _ticks = now.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
        set => Volatile.Write(ref _ticks, value.UtcTicks);
    }

    /// <summary>How much later it seems to those who measure how long something takes.</summary>
    public TimeSpan Elapsed { get; set; }

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Elapsed.TotalSeconds * TimestampFrequency);

    public override DateTimeOffset GetUtcNow()
    {
        _runs.Wait();
        return Now;
    }

    public void Stop() => _runs.Reset();

    public void GoOn() => _runs.Set();

    public void Dispose() => _runs.Set();
}
