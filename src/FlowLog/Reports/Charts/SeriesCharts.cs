using FlowLog.Flows;
using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>Charts of the time series; all are exact.</summary>
internal static class SeriesCharts
{
    private const int SecondsPerMinute = 60;

    private static readonly IReadOnlyList<AggregatePart> Parts = [AggregatePart.Series];

    /// <summary>Traffic over time by one more field; <c>time</c> is Unix seconds.</summary>
    /// <param name="column">The field as the query names it.</param>
    public static ReportChart OverTime(string name, string title, string template, QueryColumn column, Func<SeriesKey, object?> value, params ReadOnlySpan<string> measures)
    {
        QueryColumn[] columns = [new("time", QueryType.Integer), column, .. MeasureColumns.Of(measures)];
        var names = measures.ToArray();
        return new(name, title, ChartKind.Line, template, Parts, scope => Table(columns,
            from point in Traffic(scope)
            group point by (Time: Time(point.Key, scope), Value: value(point.Key)) into same
            orderby same.Key.Time, same.First().Key.Kind
            select (object?[])[same.Key.Time, same.Key.Value, .. MeasureColumns.Values(Sum(same), names)]));
    }

    /// <summary>Traffic of one action over time.</summary>
    public static ReportChart OverTime(string name, string title, string template, FlowAction action, params ReadOnlySpan<string> measures)
    {
        QueryColumn[] columns = [new("time", QueryType.Integer), .. MeasureColumns.Of(measures)];
        var names = measures.ToArray();
        return new(name, title, ChartKind.Line, template, Parts, scope => Table(columns,
            from point in Traffic(scope)
            where point.Key.Action == action
            group point by Time(point.Key, scope) into same
            orderby same.Key
            select (object?[])[same.Key, .. MeasureColumns.Values(Sum(same), names)]));
    }

    /// <summary>Records by action.</summary>
    public static ReportChart Actions(string name, string title, string template) => new(name, title, ChartKind.Pie, template, Parts, scope => Table(
        [new("action", QueryType.Text), new("records", QueryType.Integer)],
        from point in Traffic(scope)
        group point by point.Key.Action into same
        let records = Sum(same).Records
        orderby records descending
        select (object?[])[NameOf(FlowFields.Action, (long)same.Key), records]));

    /// <summary>One sum of one action; null where it has no record, as SQL has it.</summary>
    public static ReportChart Total(string name, string title, string template, FlowAction action, string measure)
    {
        var columns = MeasureColumns.Of([measure]);
        return new(name, title, ChartKind.Number, template, Parts, scope =>
        {
            var sum = Sum(Traffic(scope).Where(point => point.Key.Action == action));
            return Table(columns, [sum.Records == 0 ? [null] : MeasureColumns.Values(sum, [measure])]);
        });
    }

    /// <summary>A name as SQL knows it: no value is null.</summary>
    public static object? NameOf(FlowField field, long number) => field.Names[(int)number] is "-" ? null : field.Names[(int)number];

    private static IEnumerable<KeyValuePair<SeriesKey, Traffic>> Traffic(ChartScope scope) => scope.Aggregate.Series.Where(point => point.Key.Status == LogStatus.Ok);

    private static long Time(SeriesKey key, ChartScope scope) => CaptureWindow.Floor(key.Minute * SecondsPerMinute, scope.BucketSeconds);

    private static Traffic Sum(IEnumerable<KeyValuePair<SeriesKey, Traffic>> points) => points.Aggregate(default(Traffic), (sum, point) => sum + point.Value);

    private static ChartData Table(IReadOnlyList<QueryColumn> columns, IEnumerable<object?[]> rows) => new(new QueryTable(columns, [.. rows]));
}
