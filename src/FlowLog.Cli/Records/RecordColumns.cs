using FlowLog.Flows;
using FlowLog.Printing;

namespace FlowLog.Cli.Records;

/// <summary>The columns that are printed, in their order; named as the service's records are.</summary>
internal static class RecordColumns
{
    private static readonly string[] Directions = [.. FlowFields.Direction.Names];

    private static readonly string[] Actions = [.. FlowFields.Action.Names];

    public static readonly IReadOnlyList<RecordColumn> All =
    [
        new("srcaddr", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Flow.Source)),
        new("dstaddr", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Flow.Destination)),
        new("srcport", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Flow.SourcePort)),
        new("dstport", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Flow.DestinationPort)),
        new("protocol", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Flow.Protocol)),
        new("direction", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(Directions[(int)row.Direction])),
        new("packets", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Packets)),
        new("bytes", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Bytes)),
        new("start", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Start)),
        new("end", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.End)),
        new("tcp-flags", IsText: false, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.TcpFlags)),
        new("action", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(Actions[(int)row.Verdict.Action])),
        new("rule-id", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(RuleOf(row))) { Free = RuleOf },
    ];

    private static string RuleOf(FlowRow row) => row.Verdict.RuleId is { Length: > 0 } rule ? rule : "-";

    /// <summary>ICMP type and code.</summary>
    public static readonly RecordColumn Icmp = new("icmp", IsText: true, static (Utf8Text text, in FlowRow row) => text.Add(row.Flow.Icmp.IsKnown ? row.Flow.Icmp.ToString() : "-"));
}

/// <summary>Appends a row's value.</summary>
internal delegate void ColumnText(Utf8Text text, in FlowRow row);

/// <param name="IsText">Whether JSON has it as a text.</param>
internal sealed record RecordColumn(string Name, bool IsText, ColumnText Write)
{
    /// <summary>The value where it may hold anything; null for columns that hold nothing which a format would have to quote.</summary>
    public Func<FlowRow, string>? Free { get; init; }
}
