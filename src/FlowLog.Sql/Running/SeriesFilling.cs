using FlowLog.Chunks;
using FlowLog.Query;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Functions;

namespace FlowLog.Sql.Running;

/// <summary>Puts rows of windows without records into a series.</summary>
internal static class SeriesFilling
{
    private const long Milliseconds = 1_000;

    /// <param name="times">The range that the query is about, Unix seconds; as far as it has no end the series begins and ends with its rows.</param>
    /// <param name="most">Rows of an answer.</param>
    public static QueryTable Of(QueryTable table, Series series, ColumnRange times, int most)
    {
        if (table.IsCut || table.Rows.Count == 0 || !TryRange(table, series, times, out var first, out var last))
            return table;
        var found = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
            found.TryAdd(row[series.Column] as string ?? "", row);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<object?[]>();
        var isCut = false;
        for (var i = 0L; i <= (last - first) / series.Seconds && !isCut; i++)
        {
            var window = series.IsDescending ? last - (i * series.Seconds) : first + (i * series.Seconds);
            var name = series.Pattern.Write(TimeText.DateOf(window * Milliseconds));
            if (!seen.Add(name))
                continue;
            isCut = rows.Count == most;
            if (!isCut)
                rows.Add(found.GetValueOrDefault(name) ?? Padding(table, series, name));
        }

        return table with { Rows = rows, IsCut = isCut };
    }

    /// <summary>The first and the last window's start.</summary>
    /// <returns>False if the texts of windows do not tell, or there are more windows than can be gone through.</returns>
    private static bool TryRange(QueryTable table, Series series, ColumnRange times, out long first, out long last)
    {
        (first, last) = (0, 0);
        try
        {
            var windows = table.Rows.Select(row => row[series.Column]).OfType<string>().Select(text => TimeText.Of(series.Pattern.Read(text)) / Milliseconds).ToList();
            first = Floor(times.Minimum == long.MinValue ? windows.Min() : times.Minimum, series.Seconds);
            last = Floor(times.Maximum == long.MaxValue ? windows.Max() : times.Maximum, series.Seconds);
            return windows.Count == table.Rows.Count && last >= first && (last - first) / series.Seconds <= 10_000_000;
        }
        catch (InvalidValueException)
        {
            return false;
        }
    }

    private static long Floor(long time, long length) => time - (((time % length) + length) % length);

    private static object?[] Padding(QueryTable table, Series series, string name)
    {
        var row = new object?[table.Columns.Count];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = table.Columns[column].Type switch
            {
                _ when column == series.Column => name,
                QueryType.Integer when series.Padding is { } whole => (long)whole,
                QueryType.Real => series.Padding,
                _ => null,
            };
        }

        return row;
    }
}
