using System.Buffers;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>The different addresses of some columns in ascending order: IPv4, then IPv6; each by value.</summary>
internal sealed class AddressTable
{
    private AddressTable(IpAddress[] values, long[][] codes) => (Values, Codes) = (values, codes);

    public IpAddress[] Values { get; }

    /// <summary>For each column a code a row.</summary>
    public long[][] Codes { get; }

    /// <param name="columns">At most two columns of the same length.</param>
    public static AddressTable Of(IReadOnlyList<IpAddress[]> columns)
    {
        var total = columns.Sum(column => column.Length);
        var items = ArrayPool<Keyed>.Shared.Rent(total);
        var scratch = ArrayPool<Keyed>.Shared.Rent(total);
        var v4 = Collect(columns, isIPv6: false, items, 0);
        Collect(columns, isIPv6: true, items, v4);
        RadixSort.Sort(items.AsSpan(0, v4), scratch);
        SortIPv6(columns, items.AsSpan(v4, total - v4), scratch);
        var table = Number(columns, items.AsSpan(0, v4), items.AsSpan(v4, total - v4));
        ArrayPool<Keyed>.Shared.Return(items);
        ArrayPool<Keyed>.Shared.Return(scratch);
        return table;
    }

    /// <summary>Items of one family: the low 64 bits as key, and a place, which is column times length plus row.</summary>
    /// <returns>Where they end.</returns>
    private static int Collect(IReadOnlyList<IpAddress[]> columns, bool isIPv6, Keyed[] items, int at)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            var addresses = columns[column];
            for (var row = 0; row < addresses.Length; row++)
            {
                ref readonly var address = ref addresses[row];
                if (address.IsIPv6 == isIPv6)
                    items[at++] = new((ulong)address.Bits, (column * addresses.Length) + row);
            }
        }

        return at;
    }

    private static void SortIPv6(IReadOnlyList<IpAddress[]> columns, Span<Keyed> items, Span<Keyed> scratch)
    {
        RadixSort.Sort(items, scratch);
        foreach (ref var item in items)
            item = item with { Key = (ulong)(At(columns, item.Row).Bits >> 64) };
        RadixSort.Sort(items, scratch);
    }

    private static AddressTable Number(IReadOnlyList<IpAddress[]> columns, ReadOnlySpan<Keyed> v4, ReadOnlySpan<Keyed> v6)
    {
        var codes = new long[columns.Count][];
        for (var column = 0; column < codes.Length; column++)
            codes[column] = GC.AllocateUninitializedArray<long>(columns[column].Length);
        var values = new List<IpAddress>((v4.Length + v6.Length) / 4);
        foreach (ref readonly var item in v4)
        {
            if (values.Count == 0 || (ulong)values[^1].Bits != item.Key)
                values.Add(IpAddress.V4((uint)item.Key));
            Place(codes, item.Row, values.Count - 1);
        }

        foreach (ref readonly var item in v6)
        {
            var address = At(columns, item.Row);
            if (values.Count == 0 || values[^1] != address)
                values.Add(address);
            Place(codes, item.Row, values.Count - 1);
        }

        return new([.. values], codes);
    }

    private static ref readonly IpAddress At(IReadOnlyList<IpAddress[]> columns, int place)
    {
        var first = columns[0];
        return ref place < first.Length ? ref first[place] : ref columns[1][place - first.Length];
    }

    private static void Place(long[][] codes, int place, int code)
    {
        var first = codes[0];
        if (place < first.Length)
            first[place] = code;
        else
            codes[1][place - first.Length] = code;
    }
}
