using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>Charts of those who had the most.</summary>
internal static class ListCharts
{
    /// <param name="keys">The key's columns as the query names them.</param>
    /// <param name="measures">The first is what the rows are ordered by.</param>
    /// <param name="list">Of an aggregate.</param>
    /// <param name="what">Which part of a key's traffic the query is about.</param>
    /// <param name="where">Which keys the query is about; null for all.</param>
    public static ReportChart Top<TKey>(
        string name, string title, ChartKind kind, string template, AggregatePart part, IReadOnlyList<QueryColumn> keys, IReadOnlyList<string> measures,
        Func<Aggregate, TopList<TKey>> list, Func<TKey, object?[]> values, Func<Share, Traffic> what, Func<TKey, bool>? where = null)
        where TKey : struct, IComparable<TKey>
    {
        QueryColumn[] columns = [.. keys, .. MeasureColumns.Of([.. measures])];
        return new(name, title, kind, template, [part], scope =>
        {
            var top = Ranked(list(scope.Aggregate), what, measures[0], where).Take(scope.Top).ToList();
            return With(
                new QueryTable(columns, [.. top.Select(listed => (object?[])[.. values(listed.Key), .. MeasureColumns.Values(what(listed.Known), measures)])]),
                list(scope.Aggregate).Error, [.. top.Select(listed => listed.Missing)]);
        });
    }

    /// <summary>The part that each key has of what all have together, which the series tells exactly.</summary>
    public static ReportChart Shares(
        string name, string title, string template, string measure, Func<SeriesKey, bool> among, AggregatePart part, QueryColumn key,
        Func<Aggregate, TopList<ResourceId>> list, Func<Share, Traffic> what)
    {
        QueryColumn[] columns = [key, .. MeasureColumns.Of([measure]), new("share", QueryType.Real)];
        return new(name, title, ChartKind.Pie, template, [AggregatePart.Series, part], scope =>
        {
            var whole = scope.Aggregate.Series.Where(point => among(point.Key)).Sum(point => (double)MeasureColumns.Value(point.Value, measure));
            var top = Ranked(list(scope.Aggregate), what, measure, null).Take(scope.Top).ToList();
            return With(
                new QueryTable(columns, [.. top.Select(listed => Row(listed.Key, MeasureColumns.Value(what(listed.Known), measure), whole))]),
                list(scope.Aggregate).Error, [.. top.Select(listed => listed.Missing)]);
        });
    }

    /// <summary>An id as SQL knows it: no value is null.</summary>
    public static object? IdOf(ResourceId id) => id.Id.Length == 0 ? null : id.Id;

    private static object?[] Row(ResourceId key, long value, double whole) => [IdOf(key), value, whole == 0 ? null : value / whole];

    /// <summary>Keys that are known to have something of what is asked for.</summary>
    private static IEnumerable<ListedKey<TKey>> Ranked<TKey>(TopList<TKey> list, Func<Share, Traffic> what, string measure, Func<TKey, bool>? where)
        where TKey : struct, IComparable<TKey> => list.All()
        .Where(listed => what(listed.Known).Records > 0 && where?.Invoke(listed.Key) != false)
        .OrderByDescending(listed => MeasureColumns.Value(what(listed.Known), measure))
        .ThenBy(listed => listed.Key);

    private static ChartData With(QueryTable table, Traffic error, IReadOnlyList<Traffic> rowErrors) => new(table)
    {
        Error = error,
        RowErrors = error == default && rowErrors.All(row => row == default) ? [] : rowErrors,
    };
}
