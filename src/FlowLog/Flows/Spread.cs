namespace FlowLog.Flows;

/// <summary>Hashes numbers, so that those which differ in few bits lie apart.</summary>
internal static class Spread
{
    /// <summary>A multiplication by an odd number, whose upper half depends on all bits, folded onto the lower half.</summary>
    public static ulong Of(ulong bits)
    {
        var high = Math.BigMul(bits ^ 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, out var low);
        return high ^ low;
    }
}
