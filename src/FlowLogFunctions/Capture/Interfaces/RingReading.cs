using FlowLog.Flows;
namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Reads one ring into windows, as long as the interface can be read.</summary>
internal sealed class RingReading : IDisposable
{
    /// <summary>Frames older than this have been handed over by the kernel: its blocks wait 60 ms at most, and its timers are not exact.</summary>
    private const long CompleteAfter = 250_000_000;

    /// <summary>Blocks that are read before the clock is looked at again.</summary>
    private const int BlocksAtOnce = 16;

    private const long Minute = 60_000_000_000;

    private static readonly TimeSpan BetweenStatistics = TimeSpan.FromMilliseconds(500);

    private readonly PacketRing _ring;
    private readonly OpenWindows _windows;
    private readonly TimeProvider _time;
    private long _counted;
    private long _countedAt;
    private long _frames;
    private long _dropped;

    public RingReading(PacketRing ring, OpenWindows windows, TimeProvider time)
    {
        (_ring, _windows, _time) = (ring, windows, time);
        (_counted, _countedAt) = (time.GetTimestamp(), Now());
    }

    /// <summary>Waits for frames, adds those that are there, and closes the windows that are over.</summary>
    /// <returns>0, or the errno of an interface that can no longer be captured: then all that it brought has been read.</returns>
    public int Run(int waitMilliseconds)
    {
        var error = _ring.Wait(waitMilliseconds);
        if (error != 0)
        {
            // The block that was begun is handed over by its timer even now.
            Thread.Sleep(RingSize.RetireMilliseconds * 2);
            while (Read(out _))
            {
            }

            CountDrops();
            return error;
        }

        var now = Now();
        var isBehind = Read(out var last);
        if (_time.GetElapsedTime(_counted) >= BetweenStatistics || now / Minute != _countedAt / Minute)
            CountDrops();
        _windows.CloseUntil(UnixTime.Seconds((isBehind ? Math.Min(last, now) : now) - CompleteAfter));
        return 0;
    }

    /// <summary>Frames read, and dropped by the kernel, since the last call.</summary>
    public (long Read, long Dropped) TakeCounts()
    {
        var counts = (_frames, _dropped);
        (_frames, _dropped) = (0, 0);
        return counts;
    }

    public void Dispose() => _ring.Dispose();

    /// <summary>Reads some blocks.</summary>
    /// <param name="last">The time stamp of the last frame.</param>
    /// <returns>True if there may be more.</returns>
    private bool Read(out long last)
    {
        last = 0;
        for (var blocks = 0; blocks < BlocksAtOnce; blocks++)
        {
            if (!_ring.TryTake(out var frames))
                return false;
            while (frames.TryNext(out var frame))
            {
                // On loopback each frame leaves and comes; it counts once.
                if (frame.IsOutgoing && _ring.IsLoopback)
                    continue;
                _windows.Add(frame, _ring.Link);
                _frames++;
            }

            last = frames.LastNanoseconds;
            _ring.Release();
            _windows.KeepBound();
        }

        return true;
    }

    /// <summary>What was dropped since the last count belongs to the window of that count: a count follows soon after each window's end.</summary>
    private void CountDrops()
    {
        if (_ring.TakeDrops() is > 0 and var dropped)
        {
            _windows.Drop(dropped, _countedAt);
            _dropped += dropped;
        }

        (_counted, _countedAt) = (_time.GetTimestamp(), Now());
    }

    private long Now() => UnixTime.Nanoseconds(_time.GetUtcNow());
}
