namespace FlowLog.Network;

/// <summary>What was so for a time.</summary>
/// <param name="From">Unix milliseconds, inclusive; <see cref="long.MinValue"/> where no beginning is known.</param>
/// <param name="Until">Unix milliseconds, exclusive; <see cref="long.MaxValue"/> while it lasts.</param>
public readonly record struct Dated<T>(T Value, long From = long.MinValue, long Until = long.MaxValue)
{
    public bool HoldsAt(long unixMilliseconds) => From <= unixMilliseconds && unixMilliseconds < Until;
}
