using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>The windows of an interface that packets still come for: the present minute, and the one before for a moment. For one thread.</summary>
internal sealed class OpenWindows(HeldTraffic held, PacketChoice choice, int maxFlows, ulong seed, Telemetry telemetry)
{
    private readonly PacketCounting _counting = new(choice, seed);

    /// <summary>By start.</summary>
    private readonly List<HeldWindow> _windows = [];

    private HeldWindow? _last;
    private long _lastFrom;
    private long _lastUntil;
    private ulong _number;

    public void Add(in RingFrame frame, LinkType link)
    {
        var time = frame.TimeNanoseconds;
        var window = _last is not null && time >= _lastFrom && time < _lastUntil ? _last : At(time);
        window.Add(_counting, frame, link, _number++);
    }

    /// <param name="time">Nanoseconds since 1970 from which on they were dropped.</param>
    public void Drop(long packets, long time) => At(time).Drop(packets);

    /// <summary>Hands the windows over that end by a time (Unix seconds).</summary>
    public void CloseUntil(long time)
    {
        var until = CaptureWindow.Floor(time, HeldWindow.Seconds);
        if (until <= held.ClosedUntil)
            return;
        var closed = _windows.FindAll(window => window.End <= until);
        foreach (var window in closed)
        {
            window.Close();
            Count(window);
        }

        _windows.RemoveAll(window => window.End <= until);
        _last = null;
        held.Close(closed, until);
    }

    /// <summary>Keeps the flows within their bound: the oldest windows go first, then what is open.</summary>
    public void KeepBound()
    {
        var flows = 0;
        foreach (var window in _windows)
            flows += window.Flows;
        if (!held.MakeRoom(flows))
            _windows.ForEach(window => window.GiveUp());
    }

    /// <summary>The window of a time; what comes after its window was closed goes into the oldest that is open, with its own time.</summary>
    private HeldWindow At(long nanoseconds)
    {
        const long Second = 1_000_000_000;
        var start = CaptureWindow.Floor(UnixTime.Seconds(nanoseconds), HeldWindow.Seconds);
        var isLate = start < held.ClosedUntil;
        var place = _windows.FindIndex(window => window.Start >= start);
        if (place < 0 || (_windows[place].Start > start && !isLate))
        {
            place = place < 0 ? _windows.Count : place;
            _windows.Insert(place, new(isLate ? held.ClosedUntil : start, maxFlows, seed));
        }

        _last = _windows[place];
        (_lastFrom, _lastUntil) = (_last.Start * Second, _last.End * Second);
        return _last;
    }

    private void Count(HeldWindow window)
    {
        telemetry.Captured(window.Packets);
        telemetry.Skipped(window.Dropped, "KernelDrop");
        foreach (var (reason, packets) in window.Skipped)
            telemetry.Skipped(packets, reason);
    }
}
