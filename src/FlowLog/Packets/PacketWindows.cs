using FlowLog.Flows;

namespace FlowLog.Packets;

/// <summary>The windows of packets, of which most fall in that of the one before.</summary>
/// <param name="intervalSeconds">0 for one window that holds everything.</param>
internal struct PacketWindows(int intervalSeconds)
{
    private CaptureWindow _last;

    /// <summary>Unix seconds of the start of the window that holds a time.</summary>
    public long StartOf(long nanoseconds)
    {
        if (intervalSeconds == 0)
            return 0;
        var second = UnixTime.Seconds(nanoseconds);
        if (!_last.Contains(second))
            _last = CaptureWindow.Holding(second, intervalSeconds);
        return _last.Start;
    }
}
