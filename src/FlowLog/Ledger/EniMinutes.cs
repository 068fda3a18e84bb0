namespace FlowLog.Ledger;

/// <summary>How many minutes of ENIs are of each state.</summary>
public sealed class EniMinutes
{
    private const int Minute = 60;

    private readonly long[] _minutes = new long[Enum.GetValues<MinuteState>().Length];

    public long this[MinuteState state] => _minutes[(int)state];

    /// <summary>Minutes of which all that was observed is there: with or without traffic, sampled or not.</summary>
    public long Complete => this[MinuteState.NoTraffic] + this[MinuteState.Observed] + this[MinuteState.Sampled];

    /// <summary>Minutes that were to be logged, and whose time has come.</summary>
    public long Asked => Complete + this[MinuteState.Skipped] + this[MinuteState.Late] + this[MinuteState.Lost];

    /// <summary>The part of what was asked for that is complete, 0 to 1; null if nothing was asked for.</summary>
    public double? Share => Asked == 0 ? null : (double)Complete / Asked;

    /// <param name="time">Whole minutes.</param>
    public void Add(in StatedTime time) => _minutes[(int)time.State] += (time.Until - time.From) / Minute;
}
