using System.Buffers;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>The different addresses of some columns in ascending order: IPv4, then IPv6; each by value.</summary>
internal sealed class AddressTable
{
    /// <summary>Bits of a place: two columns of <see cref="ChunkLimits.MaxRows"/>.</summary>
    private const int PlaceBits = 21;

    private AddressTable(IpAddress[] values, long[][] codes) => (Values, Codes) = (values, codes);

    public IpAddress[] Values { get; }

    /// <summary>For each column a code a row.</summary>
    public long[][] Codes { get; }

    /// <param name="columns">At most two columns of the same length.</param>
    public static AddressTable Of(IReadOnlyList<IpAddress[]> columns)
    {
        var total = columns.Sum(column => column.Length);
        var v4 = ArrayPool<ulong>.Shared.Rent(total);
        var scratch = ArrayPool<ulong>.Shared.Rent(total);
        var v6 = ArrayPool<Keyed>.Shared.Rent(total);
        var count = Collect(columns, v4, v6);
        var (sorted4, sorted6) = (v4.AsMemory(0, count), v6.AsMemory(0, total - count));
        PackedSort.Sort(sorted4.Span, scratch, PlaceBits);
        SortIPv6(columns, sorted6.Span);
        var table = Number(columns, sorted4.Span, sorted6.Span);
        ArrayPool<Keyed>.Shared.Return(v6);
        ArrayPool<ulong>.Shared.Return(v4);
        ArrayPool<ulong>.Shared.Return(scratch);
        return table;
    }

    /// <summary>Items with a place, which is column times length plus row: IPv4 above its bits, IPv6 by the low 64 bits.</summary>
    /// <returns>How many are IPv4.</returns>
    private static int Collect(IReadOnlyList<IpAddress[]> columns, ulong[] v4, Keyed[] v6)
    {
        var (place, count) = (0, 0);
        foreach (var column in columns)
        {
            foreach (ref readonly var address in column.AsSpan())
            {
                if (address.IsIPv6)
                    v6[place - count] = new((ulong)address.Bits, place);
                else
                    v4[count++] = ((ulong)address.Bits << PlaceBits) | (uint)place;
                place++;
            }
        }

        return count;
    }

    private static void SortIPv6(IReadOnlyList<IpAddress[]> columns, Span<Keyed> items)
    {
        var scratch = ArrayPool<Keyed>.Shared.Rent(items.Length);
        RadixSort.Sort(items, scratch);
        foreach (ref var item in items)
            item = item with { Key = (ulong)(At(columns, item.Row).Bits >> 64) };
        RadixSort.Sort(items, scratch);
        ArrayPool<Keyed>.Shared.Return(scratch);
    }

    private static AddressTable Number(IReadOnlyList<IpAddress[]> columns, ReadOnlySpan<ulong> v4, ReadOnlySpan<Keyed> v6)
    {
        var codes = ArrayPool<int>.Shared.Rent(v4.Length + v6.Length);
        var values = new List<IpAddress>(Different(v4) + v6.Length);
        var (before, code) = (ulong.MaxValue, -1);
        foreach (var item in v4)
        {
            if (item >> PlaceBits != before)
            {
                before = item >> PlaceBits;
                values.Add(IpAddress.V4((uint)before));
                code++;
            }

            codes[(int)item & ((1 << PlaceBits) - 1)] = code;
        }

        foreach (ref readonly var item in v6)
        {
            var address = At(columns, item.Row);
            if (values.Count == 0 || values[^1] != address)
                values.Add(address);
            codes[item.Row] = values.Count - 1;
        }

        var table = new AddressTable([.. values], Split(columns, codes));
        ArrayPool<int>.Shared.Return(codes);
        return table;
    }

    private static int Different(ReadOnlySpan<ulong> v4)
    {
        var (count, before) = (0, ulong.MaxValue);
        foreach (var item in v4)
        {
            count += item >> PlaceBits == before ? 0 : 1;
            before = item >> PlaceBits;
        }

        return count;
    }

    private static long[][] Split(IReadOnlyList<IpAddress[]> columns, ReadOnlySpan<int> places)
    {
        var codes = new long[columns.Count][];
        for (var column = 0; column < codes.Length; column++)
        {
            codes[column] = GC.AllocateUninitializedArray<long>(columns[column].Length);
            Lanes64.Widen(places[..codes[column].Length], codes[column]);
            places = places[codes[column].Length..];
        }

        return codes;
    }

    private static ref readonly IpAddress At(IReadOnlyList<IpAddress[]> columns, int place)
    {
        var first = columns[0];
        return ref place < first.Length ? ref first[place] : ref columns[1][place - first.Length];
    }
}
