using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>The columns <c>records</c>, <c>packets</c> and <c>bytes</c> of charts.</summary>
internal static class MeasureColumns
{
    public static IReadOnlyList<QueryColumn> Of(ReadOnlySpan<string> measures)
    {
        var columns = new QueryColumn[measures.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new(measures[i], QueryType.Integer);
        return columns;
    }

    public static object?[] Values(Traffic traffic, IReadOnlyList<string> measures) => [.. measures.Select(measure => (object?)Value(traffic, measure))];

    public static long Value(in Traffic traffic, string measure) => measure switch
    {
        "records" => traffic.Records,
        "packets" => traffic.Packets,
        _ => traffic.Bytes,
    };
}
