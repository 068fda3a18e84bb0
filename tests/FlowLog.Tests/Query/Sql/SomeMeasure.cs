using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Tests.Query.Grouping;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Something that a statement tells of a group, and whether it may be sorted by.</summary>
internal sealed record SomeMeasure(string Sql, QueryType Type, bool IsSortable, Func<IReadOnlyList<SomeRow>, object?> Of)
{
    public static readonly IReadOnlyList<SomeMeasure> All =
    [
        Whole("count(*)", rows => rows.Count),
        Whole("COUNT(1)", rows => rows.Count),
        Whole("count(bytes)", rows => Values(rows, FlowFields.Bytes).Count),
        Whole("count(start)", rows => rows.Count),
        Whole("sum(bytes)", rows => Sum(rows, FlowFields.Bytes)),
        Whole("sum( packets )", rows => Sum(rows, FlowFields.Packets)),
        Whole("min(start)", rows => Values(rows, FlowFields.Start) is { Count: > 0 } starts ? starts.Min() : null),
        Whole("max(\"end\")", rows => Values(rows, FlowFields.End) is { Count: > 0 } ends ? ends.Max() : null),
        Whole("max(bytes)", rows => Values(rows, FlowFields.Bytes) is { Count: > 0 } bytes ? bytes.Max() : null),
        new("avg(packets)", QueryType.Real, true, rows => Sum(rows, FlowFields.Packets) is { } sum ? (double)sum / Values(rows, FlowFields.Packets).Count : null),
        Whole("sum(bytes) * 8", rows => Sum(rows, FlowFields.Bytes) * 8),
        Whole("sum(bytes)*8/60", rows => Sum(rows, FlowFields.Bytes) * 8 / 60),
        Whole("sum(bytes*8)", rows => Sum(rows, FlowFields.Bytes) * 8),
        Whole("sum(\"end\"-start)", rows => Sum(rows, FlowFields.End) - Sum(rows, FlowFields.Start)),
        Whole("sum(bytes) / sum(packets)", rows => Sum(rows, FlowFields.Packets) is not 0 and var packets ? Sum(rows, FlowFields.Bytes) / packets : null),
        Whole("sum(bytes)/count(*)", rows => Sum(rows, FlowFields.Bytes) / rows.Count),
        Whole("sum(bytes) % 7", rows => Sum(rows, FlowFields.Bytes) % 7),
        new("sum(bytes)*1.5", QueryType.Real, true, rows => Sum(rows, FlowFields.Bytes) * 1.5),
        new("1.0 * sum(bytes) / sum(packets)", QueryType.Real, true, rows => Sum(rows, FlowFields.Packets) is not 0 and var packets ? 1.0 * Sum(rows, FlowFields.Bytes) / packets : null),
        new("from_unixtime(max(start))", QueryType.Text, true, rows => Values(rows, FlowFields.Start) is { Count: > 0 } starts ? SomeTimes.Timestamp(starts.Max()) : null),
        new("'x'", QueryType.Text, false, _ => "x"),
        Whole("7", _ => 7, false),
    ];

    private static SomeMeasure Whole(string sql, Func<IReadOnlyList<SomeRow>, long?> of, bool isSortable = true) => new(sql, QueryType.Integer, isSortable, rows => of(rows));

    private static List<long> Values(IReadOnlyList<SomeRow> rows, FlowField field) => [.. rows.Select(row => NaiveGroups.Value(row.Record, field)).OfType<long>()];

    private static long? Sum(IReadOnlyList<SomeRow> rows, FlowField field) => Values(rows, field) is { Count: > 0 } values ? values.Sum() : null;
}
