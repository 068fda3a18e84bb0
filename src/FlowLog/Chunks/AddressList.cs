using System.Buffers;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// The different addresses of a chunk, ascending, IPv4 before IPv6. An address column is codes into this list; code -1 is
/// <see cref="IpAddress.None"/>, in columns that the chunk does not have.
/// </summary>
public sealed class AddressList : IDisposable
{
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly int _v6;

    internal AddressList(int v4, int v6)
    {
        (IPv4Count, _v6) = (v4, v6);
        (_low, _high) = (ArrayPool<long>.Shared.Rent(v4 + v6), ArrayPool<long>.Shared.Rent(v6));
    }

    public int Count => IPv4Count + _v6;

    /// <summary>The first so many are IPv4.</summary>
    public int IPv4Count { get; }

    /// <summary>The address of a code, -1 to <see cref="Count"/> less one.</summary>
    public IpAddress this[int code]
    {
        get
        {
            if (code >= Count)
                throw new ArgumentOutOfRangeException(nameof(code));
            if (code < 0)
                return IpAddress.None;
            return code < IPv4Count ? IpAddress.V4((uint)_low[code]) : new(new UInt128((ulong)_high[code - IPv4Count], (ulong)_low[code]), true);
        }
    }

    /// <summary>Low 64 bits of all.</summary>
    internal Span<long> Low => _low.AsSpan(0, Count);

    /// <summary>High 64 bits of those that are IPv6.</summary>
    internal Span<long> High => _high.AsSpan(0, _v6);

    /// <summary>The codes of a block's addresses, which follow each other.</summary>
    /// <returns>The first, and the one behind the last.</returns>
    public (int Start, int End) Find(Cidr block)
    {
        var network = block.Network;
        var width = network.IsIPv6 ? 128 : 32;
        var hosts = block.PrefixLength == 0 ? UInt128.MaxValue >> (128 - width) : (UInt128.One << (width - block.PrefixLength)) - 1;
        return (FirstFrom(network), FirstAfter(network with { Bits = network.Bits | hosts }));
    }

    public IpAddress[] ToArray()
    {
        var addresses = GC.AllocateUninitializedArray<IpAddress>(Count);
        for (var code = 0; code < addresses.Length; code++)
            addresses[code] = this[code];
        return addresses;
    }

    /// <summary>Gives the memory back; the list is not to be used any more.</summary>
    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_low);
        ArrayPool<long>.Shared.Return(_high);
    }

    private int FirstFrom(IpAddress address) => First(code => this[code].CompareTo(address) >= 0);

    private int FirstAfter(IpAddress address) => First(code => this[code].CompareTo(address) > 0);

    private int First(Func<int, bool> reached)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (reached(middle))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
