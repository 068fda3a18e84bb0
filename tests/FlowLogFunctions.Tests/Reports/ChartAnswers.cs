using System.Globalization;
using System.Text.Json;

namespace FlowLogFunctions.Tests.Reports;

/// <summary>Charts beside the answers of their queries.</summary>
internal static class ChartAnswers
{
    private const int Top = 100;

    /// <summary>The same columns and rows; of lists that are cut the same greatest values, as which of equal ones is shown is the query's own affair.</summary>
    public static void AssertSame(string name, JsonElement chart, JsonElement query)
    {
        Assert.Equal(Columns(chart), Columns(query));
        var (shown, queried) = (Rows(chart), Rows(query));
        if (chart.TryGetProperty("standardError", out var error))
        {
            Assert.InRange(double.Parse(shown[0][0], CultureInfo.InvariantCulture) / double.Parse(queried[0][0], CultureInfo.InvariantCulture), 1 - (4 * error.GetDouble()), 1 + (4 * error.GetDouble()));
            return;
        }

        if (chart.TryGetProperty("rowErrors", out var errors))
        {
            AssertWithin(name, chart, shown, [.. errors.EnumerateArray()], queried);
            return;
        }

        Assert.True(shown.Count > 0 && shown.Count == queried.Count, $"{name}: {shown.Count} rows, {queried.Count} by the query");
        if (shown.Count < Top)
            Assert.Equal(shown.Select(row => string.Join('|', row)).Order(), queried.Select(row => string.Join('|', row)).Order());
        else
            Assert.Equal(shown.Select(row => row[Measure(chart)]), queried.Select(row => row[Measure(chart)]));
    }

    /// <summary>No number is too high, or too low by more than is said; what the query has and the chart has not, has no more than it may have.</summary>
    private static void AssertWithin(string name, JsonElement chart, List<List<string>> shown, List<JsonElement> errors, List<List<string>> queried)
    {
        var measure = Measure(chart);
        var columns = chart.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!).ToList();
        var truth = queried.ToDictionary(row => string.Join('|', row.Take(measure)), row => row.Skip(measure).Select(sum => long.Parse(sum, CultureInfo.InvariantCulture)).ToList());
        for (var i = 0; i < shown.Count; i++)
        {
            if (!truth.Remove(string.Join('|', shown[i].Take(measure)), out var sums))
                continue;
            for (var column = measure; column < columns.Count; column++)
            {
                var known = long.Parse(shown[i][column], CultureInfo.InvariantCulture);
                Assert.InRange(sums[column - measure], known, known + errors[i].GetProperty(columns[column]).GetInt64());
            }
        }

        var most = chart.GetProperty("error").GetProperty(columns[measure]).GetInt64() + (shown.Count < Top ? 0 : long.Parse(shown[^1][measure], CultureInfo.InvariantCulture));
        Assert.All(truth, left => Assert.True(left.Value[0] <= most, $"{name}: {left.Key}"));
    }

    private static List<string> Columns(JsonElement answer) =>
        [.. answer.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("name").GetString()} {column.GetProperty("type").GetString()}")];

    private static List<List<string>> Rows(JsonElement answer) =>
        [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(Written).ToList())];

    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.Number && !value.TryGetInt64(out _)
        ? Math.Round(value.GetDouble(), 9).ToString(CultureInfo.InvariantCulture)
        : value.ToString();

    /// <summary>The first column that is a sum.</summary>
    private static int Measure(JsonElement chart) => chart.GetProperty("columns").EnumerateArray().ToList()
        .FindIndex(column => column.GetProperty("name").GetString() is "records" or "packets" or "bytes");
}
