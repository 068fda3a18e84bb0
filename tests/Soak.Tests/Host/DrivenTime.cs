using System.Globalization;

namespace FlowLogFunctions.Soak.Tests.Host;

/// <summary>
/// A host's clock: it runs as much faster than the machine's and is as wrong as a file says, which is looked at whenever the time is asked for. All hosts of one file have the same time. Timers run as fast, but do not jump with the clock.
/// </summary>
/// <param name="file">The machine's time at which both clocks were the same, by how much the clock is wrong (both in ticks), how many times it is as fast, and a dot.</param>
internal sealed class DrivenTime(string file) : TimeProvider
{
    private readonly Lock _reading = new();
    private (long Origin, long Skew, int Rate) _known = (0, 0, 1);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_reading)
        {
            return At(Known());
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Sooner(dueTime), Sooner(period));

    public static DateTimeOffset At((long Origin, long Skew, int Rate) clock) =>
        new(clock.Origin + ((System.GetUtcNow().UtcTicks - clock.Origin) * clock.Rate) + clock.Skew, TimeSpan.Zero);

    private TimeSpan Sooner(TimeSpan time)
    {
        lock (_reading) return time <= TimeSpan.Zero ? time : time / Known().Rate;
    }

    private (long Origin, long Skew, int Rate) Known() => _known = Read(file) ?? _known;

    /// <summary>Null while it is being written.</summary>
    private static (long Origin, long Skew, int Rate)? Read(string file)
    {
        try
        {
            var words = File.ReadAllText(file).Split(' ');
            return words is [var origin, var skew, var rate, "."] ? (Number(origin), Number(skew), (int)Number(rate)) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);
}
