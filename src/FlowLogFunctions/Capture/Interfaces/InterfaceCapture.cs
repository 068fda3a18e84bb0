using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>
/// Captures one interface for one ENI on a thread of its own, for as long as it is asked for: opens the ring, reads it, and where the
/// interface cannot be read notes that and tries again.
/// </summary>
internal sealed partial class InterfaceCapture : IDisposable
{
    /// <summary>Nobody has asked for so long: no flow log covers the ENI any more.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(10);

    private const int RetryMilliseconds = 250;
    private const int WaitMilliseconds = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly OpenWindows _windows;
    private readonly RingSize _size;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private long _asked;
    private long _absentFrom;
    private string _absentFor;
    private RingReading? _reading;
    private long _frames;
    private long _dropped;

    /// <param name="session">Tells this capture from one before or after it, which has not seen the same.</param>
    /// <param name="seed">Of the hash of flows: strangers choose the addresses.</param>
    public InterfaceCapture(string name, PacketChoice choice, string session, ulong seed, CaptureLimits limits, Telemetry telemetry, TimeProvider time, ILogger log)
    {
        var since = time.GetUtcNow();
        (Name, Choice, Session, _size, _time, _log) = (name, choice, session, limits.Ring, time, log);
        Held = new(name, since, limits.HeldFlows);
        _windows = new(Held, choice, limits.OpenFlows, seed, telemetry);
        (_absentFrom, _absentFor) = (UnixTime.Nanoseconds(since), HeldTraffic.NotBefore(name, since));
        _asked = time.GetTimestamp();
        _thread = new Thread(Run) { IsBackground = true, Name = $"capture {name}" };
    }

    /// <summary>The interface.</summary>
    public string Name { get; }

    public PacketChoice Choice { get; }

    public string Session { get; }

    public HeldTraffic Held { get; }

    /// <summary>Frames read so far.</summary>
    public long Frames => Volatile.Read(ref _frames);

    /// <summary>Frames that the kernel dropped so far; known up to half a second ago.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>True while frames are read.</summary>
    public bool IsReading => Volatile.Read(ref _reading) is not null;

    public bool HasEnded => !_thread.IsAlive && _thread.ThreadState != ThreadState.Unstarted;

    public void Start() => _thread.Start();

    /// <summary>Waits until all windows that end by a time (Unix seconds) are complete.</summary>
    /// <exception cref="TimeoutException">They do not become so: the capture has ended, or the clock was set back.</exception>
    public async Task CompleteAsync(long until, CancellationToken cancellation)
    {
        for (var began = _time.GetTimestamp(); Held.ClosedUntil < until;)
        {
            if (HasEnded || _time.GetElapsedTime(began) > LongestWait)
                throw new TimeoutException(FormattableString.Invariant($"The capture of {Name} does not come to the end of the window at {until}."));
            await Task.Delay(BetweenLooks, cancellation);
        }
    }

    /// <summary>Says that the ENI is still covered.</summary>
    public void Ask() => Volatile.Write(ref _asked, _time.GetTimestamp());

    /// <summary>Asks it to end, without waiting.</summary>
    public void Stop() => _stop.Set();

    /// <summary>Ends it; what it holds is lost.</summary>
    public void Dispose()
    {
        Stop();
        if (_thread.ThreadState != ThreadState.Unstarted && !_thread.Join(LongestEnd))
            return;
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.IsSet && _time.GetElapsedTime(Volatile.Read(ref _asked)) < IdleAfter)
        {
            try
            {
                if (_reading is not null || TryOpen())
                    Read();
                else
                    _stop.Wait(RetryMilliseconds);
            }
            catch (Exception fault)
            {
                // On a thread of its own nothing else catches it, and the whole service would end.
                LogFailed(_log, Name, fault);
                BeAbsent($"{Name} could not be read: {fault.GetType().Name}");
                _stop.Wait(RetryMilliseconds);
            }
        }

        _reading?.Dispose();
        Held.End();
    }

    private bool TryOpen()
    {
        if (PacketRing.Open(Name, _size, out var problem) is not { } ring)
        {
            BeAbsent(problem!.Reason);
            return false;
        }

        Held.Absent(_absentFrom, Now(), _absentFor);
        _absentFor = "";
        Volatile.Write(ref _reading, new(ring, _windows, _time));
        LogBegins(_log, Name);
        return true;
    }

    private void Read()
    {
        var error = _reading!.Run(WaitMilliseconds);
        var (read, dropped) = _reading.TakeCounts();
        Volatile.Write(ref _frames, _frames + read);
        Volatile.Write(ref _dropped, _dropped + dropped);
        if (error != 0)
            BeAbsent(CaptureProblem.Of(Name, "poll", error).Reason);
    }

    /// <summary>Notes up to now that the interface is not observed; if it was until now, the ring goes.</summary>
    private void BeAbsent(string reason)
    {
        var now = Now();
        if (_reading is not null)
        {
            _absentFrom = now;
            _reading.Dispose();
            Volatile.Write(ref _reading, null);
        }

        if (reason != _absentFor)
            LogEnds(_log, Name, reason);
        _absentFor = reason;
        Held.Absent(_absentFrom, now, reason);
        _absentFrom = now;
        _windows.CloseUntil(UnixTime.Seconds(now));
    }

    private long Now() => UnixTime.Nanoseconds(_time.GetUtcNow());

    [LoggerMessage(110, LogLevel.Information, "Capturing {Name}.")]
    private static partial void LogBegins(ILogger logger, string name);

    [LoggerMessage(111, LogLevel.Warning, "{Name} is not captured: {Reason}; trying on.")]
    private static partial void LogEnds(ILogger logger, string name, string reason);

    [LoggerMessage(112, LogLevel.Error, "Reading {Name} failed.")]
    private static partial void LogFailed(ILogger logger, string name, Exception fault);
}
