using FlowLog.Flows;
namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>
/// What was captured at an interface and waits for a plan that asks for it, and when it was not observed. Windows that a plan has read
/// stay as they are until a later plan shows that the cursor has passed them: a plan that is repeated reads the same. Written by the
/// capture's thread, read by runs of capture.
/// </summary>
/// <param name="name">The interface.</param>
/// <param name="since">Nanoseconds since 1970: nothing was observed before.</param>
/// <param name="maxFlows">Of all windows; past it the oldest that no plan has read are given up.</param>
internal sealed class HeldTraffic(string name, DateTimeOffset since, int maxFlows)
{
    /// <summary>What a window takes besides its flows, in flows.</summary>
    private const int WindowFlows = 8;

    private const int MaxAbsences = 1000;

    private readonly Lock _gate = new();
    private readonly List<HeldWindow> _windows = [];
    private readonly List<Absence> _absences = [new(0, UnixTime.Nanoseconds(since), NotBefore(name, since))];
    private bool _isOver;
    private long _readUntil = long.MinValue;
    private long _closedUntil = FlowLog.Flows.CaptureWindow.Floor(since.ToUnixTimeSeconds(), HeldWindow.Seconds);

    /// <summary>Unix seconds: windows that end by then are complete.</summary>
    public long ClosedUntil => Volatile.Read(ref _closedUntil);

    /// <summary>The reason of the time before the capture.</summary>
    public static string NotBefore(string name, DateTimeOffset since) =>
        FormattableString.Invariant($"{name} was not captured before {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, when the service began to");

    /// <summary>Takes windows that nothing is added to any more.</summary>
    /// <param name="until">Unix seconds: all windows that end by then are here.</param>
    public void Close(IEnumerable<HeldWindow> windows, long until)
    {
        lock (_gate)
        {
            _windows.AddRange(windows);
            _windows.Sort((one, other) => one.Start.CompareTo(other.Start));
            Volatile.Write(ref _closedUntil, Math.Max(until, _closedUntil));
        }
    }

    /// <summary>Notes that the interface was not observed; goes on with the last such time if it is for the same reason.</summary>
    public void Absent(long from, long until, string reason)
    {
        lock (_gate)
        {
            if (_absences.Count > 0 && _absences[^1] is var last && last.Reason == reason && last.Until >= from)
                _absences[^1] = last with { Until = Math.Max(last.Until, until) };
            else
                _absences.Add(new(from, until, reason));
            if (_absences.Count <= MaxAbsences)
                return;
            // More is said to be missing than is, never less.
            _absences[1] = _absences[0] with { Until = _absences[1].Until };
            _absences.RemoveAt(0);
        }
    }

    /// <summary>Gives the oldest windows up until all flows fit together with those of the windows that are open.</summary>
    /// <returns>False if they do not fit even so.</returns>
    public bool MakeRoom(int openFlows)
    {
        lock (_gate)
        {
            var flows = openFlows;
            foreach (var window in _windows)
                flows += window.Flows + WindowFlows;
            for (var i = 0; i < _windows.Count && flows > maxFlows; i++)
            {
                if (_windows[i].Start < _readUntil)
                    continue;
                flows -= _windows[i].Flows;
                _windows[i].GiveUp();
            }

            return flows <= maxFlows;
        }
    }

    /// <summary>What a plan reads: the windows that begin within it, and the times in which there was nothing to see.</summary>
    /// <exception cref="ObjectDisposedException">The capture has ended.</exception>
    public (IReadOnlyList<HeldWindow> Windows, IReadOnlyList<Absence> Absences) Read(CapturePlan plan)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            _windows.RemoveAll(window => window.End <= plan.From);
            _absences.RemoveAll(absence => UnixTime.Seconds(absence.Until) < plan.From);
            _readUntil = Math.Max(_readUntil, plan.Until);
            return ([.. _windows.Where(window => window.Start < plan.Until)], [.. _absences]);
        }
    }

    /// <summary>Lets everything go; nothing can be read any more, lest it looks as if there had been nothing.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            _windows.Clear();
        }
    }
}
