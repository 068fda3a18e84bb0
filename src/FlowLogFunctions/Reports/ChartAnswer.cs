using System.Text.Json;
using System.Text.Json.Serialization;
using FlowLog.Query;
using FlowLog.Reports;
using FlowLog.Reports.Charts;

namespace FlowLogFunctions.Reports;

/// <summary>A chart with its data: the answer of its query.</summary>
/// <param name="Rows">A value a column.</param>
/// <param name="Error">The most by which the numbers of any key, listed or not, can be too low; nothing where the answer is exact.</param>
/// <param name="RowErrors">The same for each row; absent where the answer is exact.</param>
/// <param name="StandardError">Of an estimate, as a part of it; absent where the number is exact.</param>
internal sealed record ChartAnswer(
    string Name, string Title, string Kind, string Query, IReadOnlyList<ChartColumn> Columns, IReadOnlyList<object?[]> Rows, ChartError Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ChartError>? RowErrors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? StandardError)
{
    public static ChartAnswer Of(ReportChart chart, ChartScope scope)
    {
        var data = chart.Draw(scope);
        return new(
            chart.Name, chart.Title, KindOf(chart), chart.Query(scope.BucketSeconds, scope.Top), [.. data.Table.Columns.Select(ChartColumn.Of)], data.Table.Rows,
            ChartError.Of(data.Error), data.RowErrors.Count == 0 ? null : [.. data.RowErrors.Select(ChartError.Of)], data.StandardError);
    }

    public static string KindOf(ReportChart chart) => JsonNamingPolicy.CamelCase.ConvertName(chart.Kind.ToString());
}

/// <summary>A column of a chart.</summary>
/// <param name="Type"><c>bigint</c>, <c>double</c> or <c>varchar</c>.</param>
internal sealed record ChartColumn(string Name, string Type)
{
    public static ChartColumn Of(QueryColumn column) => new(column.Name, column.Type switch
    {
        QueryType.Integer => "bigint",
        QueryType.Real => "double",
        _ => "varchar",
    });
}

/// <summary>By how much numbers can be too low.</summary>
internal sealed record ChartError(long Records, long Packets, long Bytes)
{
    public static ChartError Of(Traffic traffic) => new(traffic.Records, traffic.Packets, traffic.Bytes);
}
