namespace FlowLogFunctions.Analysis.Hits;

/// <summary>Records added up.</summary>
/// <param name="First">Unix seconds of the first packet.</param>
/// <param name="Last">Unix seconds of the last packet.</param>
internal readonly record struct HitSum(long Records, long Packets, long Bytes, long First, long Last)
{
    public static readonly HitSum None = new(0, 0, 0, long.MaxValue, long.MinValue);

    /// <exception cref="OverflowException">A sum is beyond 2^63-1.</exception>
    public static HitSum operator +(HitSum one, HitSum other) => checked(new(
        one.Records + other.Records, one.Packets + other.Packets, one.Bytes + other.Bytes, Math.Min(one.First, other.First), Math.Max(one.Last, other.Last)));

    public RuleHit Of(string ruleId, int version)
    {
        var number = version > 0 ? version : (int?)null;
        return Records == 0
            ? new(ruleId, number, 0, 0, 0)
            : new(ruleId, number, Records, Packets, Bytes, DateTimeOffset.FromUnixTimeSeconds(First), DateTimeOffset.FromUnixTimeSeconds(Last));
    }
}
