namespace FlowLog.Ledger;

/// <summary>What is said of a time: from inclusive, until exclusive, Unix seconds.</summary>
/// <param name="SamplingRate">N of <see cref="MinuteState.Sampled"/>; else 0.</param>
/// <param name="Reason">Why it was skipped or is not there; empty where nothing is to be explained.</param>
public readonly record struct StatedTime(long From, long Until, MinuteState State, int SamplingRate = 0, string Reason = "")
{
    /// <summary>The part of it that lies in a time; empty if none does.</summary>
    public StatedTime Within(long from, long until) => this with { From = Math.Max(From, from), Until = Math.Max(Math.Max(From, from), Math.Min(Until, until)) };

    public bool IsEmpty => Until <= From;

    /// <summary>Whether it says the same of its time as the other of its own.</summary>
    public bool SaysAs(in StatedTime other) => (State, SamplingRate, Reason) == (other.State, other.SamplingRate, other.Reason);
}
