using FlowLog.Flows;
using FlowLog.Query.Grouping;

namespace FlowLog.Tests.Query.Grouping;

/// <summary>What a grouped query answers, record by record.</summary>
internal static class NaiveGroups
{
    public static List<object?[]> Of(GroupQuery query, IReadOnlyList<FlowRecord> records, Func<FlowRecord, bool>[] where)
    {
        var groups = new Dictionary<string, (object?[] Keys, List<long?[]> Values)>();
        foreach (var (selection, matches) in query.Selections.Zip(where))
        {
            foreach (var record in records.Where(matches))
            {
                var keys = selection.Keys.Select(key => Value(record, key.Field, key.Bucket)).ToArray();
                var name = string.Join('|', keys.Select(key => key ?? "null"));
                groups.TryAdd(name, (keys, []));
                groups[name].Values.Add([.. selection.Values.Select(value => (long?)Value(record, value))]);
            }
        }

        if (groups.Count == 0 && query.Selections[0].Keys.Count == 0)
            groups[""] = ([], []);
        var rows = groups.Values.Select(group => group.Keys.Concat(query.Measures.Select(measure => Of(measure, group.Values))).ToArray()).ToList();
        rows.Sort((one, other) => Compare(query, one, other));
        return [.. rows.Skip(query.Offset).Take(query.Limit)];
    }

    public static object? Value(FlowRecord record, FlowField field, long bucket = 1)
    {
        if (field.OfTraffic && record.Status != LogStatus.Ok)
            return null;
        return field.Kind switch
        {
            FieldKind.Address => field.Address(record).ToString(),
            FieldKind.Text => FlowField.IsNone(field.Text(record)) ? null : field.Text(record),
            FieldKind.Name => field.Names[(int)field.Number(record)] is not "-" and var name ? name : null,
            _ => (long)Math.Floor(field.Number(record) / (decimal)bucket) * bucket,
        };
    }

    private static object? Of(Measure measure, List<long?[]> rows)
    {
        var values = measure.Value < 0 ? [] : rows.Select(row => row[measure.Value]).OfType<long>().ToList();
        return measure.Kind switch
        {
            MeasureKind.Count => measure.Value < 0 ? (long)rows.Count : values.Count,
            _ when values.Count == 0 => null,
            MeasureKind.Sum => values.Sum(),
            MeasureKind.Minimum => values.Min(),
            MeasureKind.Maximum => values.Max(),
            _ => (object)((double)values.Sum() / values.Count),
        };
    }

    private static int Compare(GroupQuery query, object?[] one, object?[] other)
    {
        foreach (var (column, descending) in query.Order)
        {
            if (Compare(one[column], other[column]) is not 0 and var order)
                return descending ? -order : order;
        }

        return Enumerable.Range(0, query.Selections[0].Keys.Count).Select(key => Compare(one[key], other[key])).FirstOrDefault(order => order != 0);
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => ((IComparable)one).CompareTo(other),
    };
}
