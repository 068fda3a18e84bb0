using System.Text;

namespace FlowLog.Imports;

/// <summary>Which field stands in which column. The header says it, never the version: formats are put together freely.</summary>
internal static class AwsHeader
{
    private const int MaxVersion = 99;

    private static readonly (byte[] Name, AwsField Field)[] Names =
    [
        ("interface-id"u8.ToArray(), AwsField.InterfaceId), ("srcaddr"u8.ToArray(), AwsField.Source),
        ("dstaddr"u8.ToArray(), AwsField.Destination), ("pkt-srcaddr"u8.ToArray(), AwsField.PacketSource),
        ("pkt-dstaddr"u8.ToArray(), AwsField.PacketDestination), ("srcport"u8.ToArray(), AwsField.SourcePort),
        ("dstport"u8.ToArray(), AwsField.DestinationPort), ("protocol"u8.ToArray(), AwsField.Protocol),
        ("packets"u8.ToArray(), AwsField.Packets), ("bytes"u8.ToArray(), AwsField.Bytes), ("start"u8.ToArray(), AwsField.Start),
        ("end"u8.ToArray(), AwsField.End), ("action"u8.ToArray(), AwsField.Action), ("log-status"u8.ToArray(), AwsField.Status),
        ("tcp-flags"u8.ToArray(), AwsField.TcpFlags), ("flow-direction"u8.ToArray(), AwsField.Direction),
        ("reject-reason"u8.ToArray(), AwsField.RejectReason),
    ];

    /// <summary>The columns of version 2, in which logs without a header come.</summary>
    public static readonly AwsField[] Default =
    [
        AwsField.Other, AwsField.Other, AwsField.InterfaceId, AwsField.Source, AwsField.Destination, AwsField.SourcePort,
        AwsField.DestinationPort, AwsField.Protocol, AwsField.Packets, AwsField.Bytes, AwsField.Start, AwsField.End, AwsField.Action,
        AwsField.Status,
    ];

    /// <summary>The columns of a header; null if the line is none. Hyphens and underscores are the same.</summary>
    public static AwsField[]? Read(ReadOnlySpan<byte> line)
    {
        var columns = new List<AwsField>();
        while (!line.IsEmpty)
        {
            var end = line.IndexOf((byte)' ');
            columns.Add(FieldOf(end < 0 ? line : line[..end]));
            line = line[(end < 0 ? line.Length : end + 1)..];
        }

        var isHeader = (columns.Contains(AwsField.Source) || columns.Contains(AwsField.PacketSource))
            && (columns.Contains(AwsField.Destination) || columns.Contains(AwsField.PacketDestination))
            && (columns.Contains(AwsField.Start) || columns.Contains(AwsField.End));
        return isHeader ? [.. columns] : null;
    }

    /// <summary>Whether the line is one of version 2 in its default columns.</summary>
    public static bool IsDefaultLine(ReadOnlySpan<byte> line)
    {
        var version = line.IndexOf((byte)' ');
        return version > 0 && FieldText.TryNumber(line[..version], MaxVersion, out _)
            && line.Count((byte)' ') == Default.Length - 1 && AwsLine.Read(line, Default, out _) == ImportProblem.None;
    }

    private static AwsField FieldOf(ReadOnlySpan<byte> text)
    {
        Span<byte> name = stackalloc byte[20];
        if (text.Length > name.Length)
            return AwsField.Other;
        name = name[..text.Length];
        text.CopyTo(name);
        name.Replace((byte)'_', (byte)'-');
        foreach (var (known, field) in Names)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
                return field;
        }

        return AwsField.Other;
    }
}
