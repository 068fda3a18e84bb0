namespace FlowLogFunctions.Tests.Support;

/// <summary>A clock with its timers that goes from timer to timer as a test moves it.</summary>
internal sealed class ManualTimers(DateTimeOffset now) : TimeProvider
{
    private readonly List<Waiting> _waiting = [];
    private readonly Lock _changing = new();
    private DateTimeOffset _now = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on to the next timer that waits, and fires it; false if none does.</summary>
    public bool Advance()
    {
        List<Waiting> due;
        lock (_changing)
        {
            if (_waiting.Count == 0)
                return false;
            _now = _waiting.Min(timer => timer.Due);
            due = [.. _waiting.Where(timer => timer.Due <= _now)];
            _waiting.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
        return true;
    }

    private sealed class Waiting(ManualTimers time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._changing)
            {
                time._waiting.Remove(this);
                if (dueTime < TimeSpan.Zero)
                    return true;
                Due = time._now + dueTime;
                time._waiting.Add(this);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
