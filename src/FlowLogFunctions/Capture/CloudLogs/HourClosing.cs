using FlowLog.Flows;
using FlowLog.Imports;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>
/// Says of hours that are complete which windows had no traffic. Azure's logs come late, so nothing is said before; an hour without any log is
/// skipped, not empty: nobody knows.
/// </summary>
internal sealed class HourClosing(LogCursor before, CapturePlan plan, IReadOnlyList<Gap> gaps)
{
    private const int Hour = 3600;
    private const int Minute = 60;

    /// <summary>A tuple of a flow that goes on counts what passed since the one before it, of five minutes ago.</summary>
    private const int UpdateSeconds = 300;

    private readonly Dictionary<long, ulong> _busy = new(before.Busy);

    /// <summary>Unix seconds; see <see cref="LogCursor.Closed"/>.</summary>
    public long Closed { get; private set; } = before.Closed == 0 ? plan.From : before.Closed;

    public IReadOnlyDictionary<long, ulong> Busy => _busy;

    public List<CaptureWindow> Quiet { get; } = [];

    public List<Loss> Losses { get; } = [];

    /// <summary>Remembers when there was traffic.</summary>
    public void Mark(in ImportedFlow flow)
    {
        var last = UnixTime.Seconds(flow.FirstNanoseconds);
        var first = flow.State is FlowState.Continuing or FlowState.End ? last - UpdateSeconds : last;
        for (var minute = CaptureWindow.Floor(first, Minute); minute <= last; minute += Minute)
        {
            var hour = CaptureWindow.Floor(minute, Hour);
            if (hour + Hour > Closed)
                _busy[hour] = _busy.GetValueOrDefault(hour) | (1UL << (int)((minute - hour) / Minute));
        }
    }

    /// <param name="seen">The hours of which a log has come.</param>
    /// <param name="closingSeconds">The time after an hour's end at which its log is complete.</param>
    public void Close(IReadOnlySet<long> seen, int closingSeconds)
    {
        while (CaptureWindow.Floor(Closed, Hour) + Hour + closingSeconds <= plan.Until)
        {
            var hour = CaptureWindow.Floor(Closed, Hour);
            for (var time = Closed; time < hour + Hour;)
            {
                var end = CaptureWindow.Holding(time, plan.IntervalSeconds).End;
                if (!gaps.Any(gap => gap.Contains(time)))
                    Say(new(time, end), seen.Contains(hour), _busy.GetValueOrDefault(hour));
                time = end;
            }

            _busy.Remove(hour);
            Closed = hour + Hour;
        }
    }

    private void Say(CaptureWindow window, bool hasLog, ulong busy)
    {
        var first = (int)(window.Start % Hour / Minute);
        var minutes = ((1UL << (int)(window.Seconds / Minute)) - 1) << first;
        if (!hasLog)
            Losses.Add(new(window.Start, "no flow log of the hour has come for the ENI's MAC address"));
        else if ((busy & minutes) == 0)
            Quiet.Add(window);
    }
}
