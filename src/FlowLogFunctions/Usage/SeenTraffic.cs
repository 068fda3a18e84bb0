namespace FlowLogFunctions.Usage;

/// <summary>What was seen of an ENI's traffic, as the proposed flow log would have kept it.</summary>
/// <param name="Seconds">The time it took; 0 if nothing could be looked at.</param>
/// <param name="HasTraffic">False if there were only statements of no or skipped traffic.</param>
internal sealed record SeenTraffic(MeteredTraffic Metered, long Seconds, bool HasTraffic)
{
    /// <summary>Nobody has seen this ENI's traffic.</summary>
    public static readonly SeenTraffic Nothing = new(default, 0, false);
}
