using FlowLog.Flows;

namespace FlowLogFunctions.Usage;

/// <summary>Records of short windows, in the order of time, as those of longer ones: the same flow with the same verdict becomes one record.</summary>
internal sealed class WindowJoin(int intervalSeconds)
{
    private readonly Dictionary<FlowRecord, FlowRecord> _open = [];
    private long _window = long.MinValue;

    /// <returns>The records of the window before, when this one begins another.</returns>
    public IEnumerable<FlowRecord> Add(FlowRecord record)
    {
        var window = CaptureWindow.Floor(record.Start, intervalSeconds);
        var closed = window == _window ? [] : Rest();
        _window = window;
        var key = record with { Packets = 0, Bytes = 0, Start = window, End = 0, TcpFlags = 0, BytesError = 0 };
        _open[key] = _open.TryGetValue(key, out var other)
            ? other with
            {
                Packets = other.Packets + record.Packets,
                Bytes = other.Bytes + record.Bytes,
                End = Math.Max(other.End, record.End),
                TcpFlags = (byte)(other.TcpFlags | record.TcpFlags),
            }
            : record;
        return closed;
    }

    /// <summary>The records of the window so far. One that has traffic is not without.</summary>
    public IReadOnlyList<FlowRecord> Rest()
    {
        var hasTraffic = _open.Values.Any(record => record.Status == LogStatus.Ok);
        FlowRecord[] closed = [.. _open.Values.Where(record => !hasTraffic || record.Status != LogStatus.NoData)];
        _open.Clear();
        return closed;
    }
}
