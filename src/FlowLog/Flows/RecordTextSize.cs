using System.Text;

namespace FlowLog.Flows;

/// <summary>
/// Bytes of records as lines of CSV, as they are handed out: the values of all fields, the commas, and the line's end. It is what
/// indexing is charged by. No value of a record is ever quoted but a skip reason; its quotes are not counted.
/// </summary>
public static class RecordTextSize
{
    /// <summary>A comma after each field but the last, whose line ends with two bytes.</summary>
    private static readonly int Separators = FlowFields.All.Count + 1;

    /// <param name="rows">Columns that are not there count as zero or empty.</param>
    public static long Of(FlowColumns rows)
    {
        var statuses = rows.Numbers(FlowFields.Status);
        var inApplicable = statuses.Length - statuses.Count((long)LogStatus.Ok);
        var bytes = (long)rows.Count * Separators;
        foreach (var field in FlowFields.All)
        {
            bytes += field.OfTraffic && inApplicable > 0
                ? OfSome(field, rows, statuses) + inApplicable
                : OfAll(field, rows);
        }

        return bytes;
    }

    private static long OfAll(FlowField field, FlowColumns rows)
    {
        var bytes = 0L;
        switch (field.Kind)
        {
            case FieldKind.Number:
                foreach (var value in rows.Numbers(field))
                    bytes += Digits(value);
                return bytes;
            case FieldKind.Name:
                foreach (var value in rows.Numbers(field))
                    bytes += NameLength(field, value);
                return bytes;
            case FieldKind.Address:
                foreach (ref readonly var address in rows.Addresses(field))
                    bytes += Length(address);
                return bytes;
            default:
                var lengths = Lengths(rows.Texts(field));
                foreach (var code in rows.Texts(field).Codes)
                    bytes += lengths[code];
                return bytes;
        }
    }

    /// <summary>Of the rows to which the field applies.</summary>
    private static long OfSome(FlowField field, FlowColumns rows, ReadOnlySpan<long> statuses)
    {
        var bytes = 0L;
        var lengths = field.Kind == FieldKind.Text ? Lengths(rows.Texts(field)) : [];
        for (var row = 0; row < statuses.Length; row++)
        {
            if (statuses[row] != (long)LogStatus.Ok)
                continue;
            bytes += field.Kind switch
            {
                FieldKind.Number => Digits(rows.Numbers(field)[row]),
                FieldKind.Name => NameLength(field, rows.Numbers(field)[row]),
                FieldKind.Address => Length(rows.Addresses(field)[row]),
                _ => lengths[rows.Texts(field).Codes[row]],
            };
        }

        return bytes;
    }

    /// <summary>An empty text shows as a dash.</summary>
    private static int[] Lengths(TextColumn column) => [.. column.Values.Select(text => Math.Max(1, Encoding.UTF8.GetByteCount(text)))];

    private static int NameLength(FlowField field, long value) => value < field.Names.Count ? field.Names[(int)value].Length : 1;

    private static int Digits(long value)
    {
        var (digits, limit) = (1, 10L);
        while (value >= limit && digits < 18)
            (digits, limit) = (digits + 1, limit * 10);
        return value >= limit ? digits + 1 : digits;
    }

    private static int Length(in IpAddress address)
    {
        if (address.IsIPv6)
            return address.ToString().Length;
        var bits = (uint)address.Bits;
        return 3 + Octet(bits >> 24) + Octet((bits >> 16) & 0xFF) + Octet((bits >> 8) & 0xFF) + Octet(bits & 0xFF);
    }

    private static int Octet(uint value) => value >= 100 ? 3 : value >= 10 ? 2 : 1;
}
