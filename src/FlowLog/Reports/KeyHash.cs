using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>Hashes of 64 bits for counting different keys: the same in every process, for ever.</summary>
internal static class KeyHash
{
    public static ulong Of(IpAddress address) => Mixed((ulong)address.Bits ^ Mixed((ulong)(address.Bits >> 64) + (address.IsIPv6 ? 1UL : 0)));

    public static ulong Of(FiveTuple flow) => Mixed(
        Of(flow.Source) + Mixed(Of(flow.Destination) + Mixed(((ulong)flow.Protocol << 32) | ((ulong)flow.SourcePort << 16) | flow.DestinationPort)));

    /// <summary>SplitMix64's finalizer: each bit of the input changes about half of the output's.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
