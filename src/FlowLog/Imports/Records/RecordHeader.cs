using FlowLog.Flows;

namespace FlowLog.Imports.Records;

/// <summary>Which field stands under which name.</summary>
internal static class RecordHeader
{
    private const int MaxNameBytes = 64;

    /// <summary>The columns of AWS's version 2, in which logs without a line of names come.</summary>
    public static readonly IReadOnlyList<string> AwsDefault =
    [
        "version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end",
        "action", "log-status",
    ];

    /// <summary>The first columns of nfdump's CSV; what stands behind them is not read.</summary>
    public static readonly IReadOnlyList<string> NfdumpDefault =
        ["ts", "te", "td", "sa", "da", "sp", "dp", "pr", "flg", "fwd", "stos", "ipkt", "ibyt", "opkt", "obyt", "in", "out"];

    private static readonly Dictionary<string, RecordColumn> Nfdump = new RecordColumn[]
    {
        new("ts", FlowFields.Start, ColumnKind.Time), new("te", FlowFields.End, ColumnKind.Time),
        new("sa", FlowFields.Source, ColumnKind.Address), new("da", FlowFields.Destination, ColumnKind.Address),
        new("sp", FlowFields.SourcePort, ColumnKind.Port), new("dp", FlowFields.DestinationPort, ColumnKind.PortOrIcmp),
        new("pr", FlowFields.Protocol, ColumnKind.Protocol), new("flg", FlowFields.TcpFlags, ColumnKind.Flags),
        new("fwd", FlowFields.Action, ColumnKind.Forwarding), new("ipkt", FlowFields.Packets, ColumnKind.Counter),
        new("ibyt", FlowFields.Bytes, ColumnKind.Counter), new("in", FlowFields.EniId, ColumnKind.Interface),
    }.ToDictionary(column => column.Name);

    private static readonly Dictionary<string, RecordColumn> Aws = new RecordColumn[]
    {
        new("interface-id", FlowFields.EniId, ColumnKind.Text), new("flow-direction", FlowFields.Direction, ColumnKind.FlowDirection),
        new("reject-reason", FlowFields.RuleId, ColumnKind.Text), new("subnet-id", FlowFields.VSwitchId, ColumnKind.Text),
        new("instance-id", FlowFields.VmId, ColumnKind.Text),
    }.ToDictionary(column => column.Name);

    /// <summary>Names that AWS uses for something else: its traffic path has codes of its own, its type is also EFA.</summary>
    private static readonly string[] OtherInAws = ["traffic-path", "type"];

    public static RecordColumn[] OfNfdump(IEnumerable<string> names) =>
        [.. names.Select(name => Nfdump.GetValueOrDefault(name) ?? RecordColumn.Other(name))];

    /// <summary>Hyphens and underscores are the same, and so are large letters and small ones.</summary>
    public static RecordColumn[] Of(IReadOnlyList<string> names)
    {
        var isAws = names.Any(name => Plain(name) == "interface-id");
        RecordColumn[] columns = [.. names.Select(name => isAws && OtherInAws.Contains(Plain(name)) ? RecordColumn.Other(name) : Of(name))];
        Replace(columns, FlowFields.Source, "pkt-srcaddr");
        Replace(columns, FlowFields.Destination, "pkt-dstaddr");
        return columns;
    }

    public static RecordColumn Of(string name)
    {
        if (name.Length > MaxNameBytes)
            return RecordColumn.Other(name[..MaxNameBytes]);
        if (Aws.TryGetValue(Plain(name), out var column))
            return column with { Name = name };
        var field = FlowFields.All.FirstOrDefault(field => Plain(field.Name) == Plain(name));
        return field is null ? RecordColumn.Other(name) : new(name, field, KindOf(field));
    }

    /// <summary>Whether the columns are those of records: addresses and a time.</summary>
    public static bool IsComplete(IReadOnlyList<RecordColumn> columns) =>
        columns.Any(column => column.Field == FlowFields.Source) && columns.Any(column => column.Field == FlowFields.Destination)
        && columns.Any(column => column.Field == FlowFields.Start || column.Field == FlowFields.End);

    /// <summary>Formats may leave out the addresses of the interface and give those of the packet.</summary>
    private static void Replace(RecordColumn[] columns, FlowField field, string other)
    {
        var place = Array.FindIndex(columns, column => Plain(column.Name) == other);
        if (place >= 0 && !columns.Any(column => column.Field == field))
            columns[place] = new(columns[place].Name, field, ColumnKind.Address);
    }

    private static string Plain(string name) => name.Replace('_', '-').ToLowerInvariant();

    private static ColumnKind KindOf(FlowField field) => field.Kind switch
    {
        FieldKind.Address => ColumnKind.Address,
        FieldKind.Text => ColumnKind.Text,
        FieldKind.Name => ColumnKind.Name,
        _ when field == FlowFields.SourcePort || field == FlowFields.DestinationPort => ColumnKind.Port,
        _ when field == FlowFields.Protocol || field == FlowFields.TcpFlags || field == FlowFields.TrafficPath => ColumnKind.Byte,
        _ when field == FlowFields.Packets || field == FlowFields.Bytes => ColumnKind.Counter,
        _ when field == FlowFields.Start || field == FlowFields.End => ColumnKind.Time,
        _ => ColumnKind.Number,
    };
}
