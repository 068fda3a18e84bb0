namespace FlowLog.Flows;

/// <summary>Names of the bits of <see cref="FlowRecord.TcpFlags"/>.</summary>
public static class TcpFlagNames
{
    /// <summary>By bit, the lowest first.</summary>
    public static readonly IReadOnlyList<string> All = ["fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"];

    /// <summary>The bit of a name in either case; null if there is none.</summary>
    public static long? Find(string name)
    {
        for (var bit = 0; bit < All.Count; bit++)
        {
            if (All[bit].Equals(name, StringComparison.OrdinalIgnoreCase))
                return 1L << bit;
        }

        return null;
    }
}
