using FlowLog.Flows;

namespace FlowLog.Files.Packing;

/// <summary>Addresses: IPv4 by their bits, IPv6 by their place in a list of their own.</summary>
/// <param name="none">How many rows to begin with that have no address.</param>
internal sealed class HeldAddresses(int none)
{
    private const long FirstIPv6 = 1L << 32;

    private readonly HeldNumbers _codes = new(none);
    private readonly List<UInt128> _wide = [];

    public void Add(IpAddress address)
    {
        if (address.IsIPv6)
        {
            _codes.Add(FirstIPv6 + _wide.Count);
            _wide.Add(address.Bits);
            return;
        }

        _codes.Add((uint)address.Bits);
    }

    public IpAddress[] Pick(ReadOnlySpan<int> rows)
    {
        var codes = _codes.Pick(rows);
        var picked = new IpAddress[codes.Length];
        for (var row = 0; row < picked.Length; row++)
            picked[row] = codes[row] < FirstIPv6 ? IpAddress.V4((uint)codes[row]) : new(_wide[(int)(codes[row] - FirstIPv6)], true);
        return picked;
    }
}
