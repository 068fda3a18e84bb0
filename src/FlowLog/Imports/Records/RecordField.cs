using System.Text;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Imports.Records;

/// <summary>One field of a record from its text.</summary>
internal sealed class RecordField
{
    private const string FlagLetters = "CEUAPRSF";
    private const int LongestInterface = 10;
    private const int DroppedBits = 2;

    /// <summary>The names of fields of that kind, by the field's number.</summary>
    private static readonly byte[][][] Names = [.. Enumerable.Range(0, FlowFields.LargestId + 1).Select(NamesOf)];

    private readonly TimeText _time = new();
    private readonly byte[] _interface = [.. "eni-"u8, .. new byte[LongestInterface]];

    /// <summary>Sets the field.</summary>
    /// <param name="text">Not empty and not a hyphen.</param>
    /// <returns>What was expected if the text is not that; else null.</returns>
    public string? Read(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row) => column.Kind switch
    {
        ColumnKind.Port => Number(column, text, ushort.MaxValue, row) ? null : "a number from 0 to 65535",
        ColumnKind.Byte => Number(column, text, byte.MaxValue, row) ? null : "a number from 0 to 255",
        ColumnKind.Counter => Number(column, text, FieldText.MaxCounter, row) ? null : "a number from 0 to 10^15",
        ColumnKind.Number => Number(column, text, int.MaxValue, row) ? null : "a number from 0 to 2147483647",
        ColumnKind.Time => Time(column, text, row) ? null : "Unix seconds, or a time such as 2026-01-01 00:00:00 in UTC",
        ColumnKind.Address => Address(column, text, row) ? null : "an IP address",
        ColumnKind.Text => Text(column, text, row) ? null : $"a text of at most {ChunkLimits.MaxTextBytes} bytes",
        ColumnKind.Name => Name(column, text, row) ? null : string.Join(" or ", column.Field!.Names),
        ColumnKind.FlowDirection => FlowDirection(column, text, row) ? null : "ingress or egress",
        ColumnKind.Protocol => Protocol(column, text, row) ? null : "a protocol's number, or its name as nfdump prints it",
        ColumnKind.Flags => Flags(column, text, row) ? null : $"letters of {FlagLetters} in that order, or dots",
        ColumnKind.Forwarding => Forwarding(column, text, row) ? null : "a number from 0 to 255",
        ColumnKind.PortOrIcmp => PortOrIcmp(column, text, row) ? null : "a number from 0 to 65535, or ICMP type.code",
        ColumnKind.Interface => Interface(column, text, row) ? null : "an interface's number",
        _ => null,
    };

    private static byte[][] NamesOf(int id) =>
        [.. (FlowFields.All.FirstOrDefault(field => field.Id == id)?.Names ?? []).Select(Encoding.UTF8.GetBytes)];

    private static bool Number(RecordColumn column, ReadOnlySpan<byte> text, long most, RecordRow row)
    {
        if (!FieldText.TryNumber(text, most, out var number))
            return false;
        row.Set(column.Field!, number);
        return true;
    }

    private bool Time(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        if (!_time.TryParse(text, out var seconds))
            return false;
        row.Set(column.Field!, seconds);
        return true;
    }

    private static bool Address(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        if (!AddressText.TryParse(text, out var address))
            return false;
        row.Set(column.Field!, address);
        return true;
    }

    private static bool Text(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        row.Set(column.Field!, text);
        return text.Length <= ChunkLimits.MaxTextBytes;
    }

    private static bool Name(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        var names = Names[column.Field!.Id];
        for (var number = 0; number < names.Length; number++)
        {
            if (!text.SequenceEqual(names[number]))
                continue;
            row.Set(column.Field!, number);
            return true;
        }

        return false;
    }

    private static bool FlowDirection(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        var direction = text.SequenceEqual("ingress"u8) ? Direction.In : text.SequenceEqual("egress"u8) ? Direction.Out : Direction.None;
        row.Set(column.Field!, (long)direction);
        return direction != Direction.None;
    }

    private static bool Protocol(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        var isKnown = NfdumpProtocols.TryParse(text, out var number);
        row.Set(column.Field!, number);
        return isKnown;
    }

    private static bool Flags(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        if (text.Length != FlagLetters.Length)
            return false;
        var flags = 0L;
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == FlagLetters[place])
                flags |= 0x80L >> place;
            else if (text[place] != '.')
                return false;
        }

        row.Set(column.Field!, flags);
        return true;
    }

    /// <summary>The two upper bits say forwarded, dropped or consumed (RFC 7270, section 4.12).</summary>
    private static bool Forwarding(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        if (!FieldText.TryNumber(text, byte.MaxValue, out var status))
            return false;
        row.Set(column.Field!, (long)(status >> 6 == DroppedBits ? FlowAction.Reject : FlowAction.Accept));
        return true;
    }

    private static bool PortOrIcmp(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        var dot = text.IndexOf((byte)'.');
        if (dot < 0)
            return Number(column, text, ushort.MaxValue, row);
        if (!FieldText.TryNumber(text[..dot], byte.MaxValue, out var type) || !FieldText.TryNumber(text[(dot + 1)..], byte.MaxValue, out var code))
            return false;
        row.Set(FlowFields.Icmp, new IcmpMessage((byte)type, (byte)code).ToString());
        return true;
    }

    private bool Interface(RecordColumn column, ReadOnlySpan<byte> text, RecordRow row)
    {
        if (text.Length > LongestInterface || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            return false;
        text.CopyTo(_interface.AsSpan(4));
        row.Set(column.Field!, _interface.AsSpan(0, 4 + text.Length));
        return true;
    }
}
