using System.Globalization;

namespace FlowLogFunctions.Soak.Tests.Host;

/// <summary>The test's hand at the hosts' clock.</summary>
internal sealed class DrivenClock
{
    private readonly long _origin = TimeProvider.System.GetUtcNow().UtcTicks;

    private readonly int _rate;

    /// <param name="file">What hosts read.</param>
    /// <param name="rate">How many times as fast as the machine's it runs.</param>
    public DrivenClock(string file, int rate)
    {
        (File, _rate) = (file, rate);
        Set(TimeSpan.Zero);
    }

    /// <summary>What hosts read.</summary>
    public string File { get; }

    /// <summary>The time of a clock that is right.</summary>
    public DateTimeOffset Now => DrivenTime.At((_origin, 0, _rate));

    /// <summary>By how much the hosts' clock is wrong from now on.</summary>
    public void Set(TimeSpan skew)
    {
        var written = File + ".new";
        System.IO.File.WriteAllText(written, string.Create(CultureInfo.InvariantCulture, $"{_origin} {skew.Ticks} {_rate} ."));
        System.IO.File.Move(written, File, overwrite: true);
    }
}
