using System.Globalization;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Reports;

/// <summary>Draws a chart for people: lines as sparklines, shares and bars as bars, each beside its numbers.</summary>
internal sealed class ChartPrinter(TextWriter writer, ReportTimes times)
{
    private const int BarWidth = 30;

    /// <summary>What a measure is called; other numbers are keys, such as ports.</summary>
    private static readonly string[] Measures = ["bytes", "packets", "records"];

    public void Print(Chart chart)
    {
        if (chart.Kind == "number")
        {
            writer.WriteLine(Visible.Of($"{chart.Title}: {NumberOf(chart)}"));
            return;
        }

        writer.WriteLine(Visible.Of(chart.Title));
        if (chart.Rows.Count == 0)
            writer.WriteLine("  nothing");
        else if (chart.Kind == "line" && chart.Columns.Any(column => column.Name == "time"))
            PrintLines(chart);
        else
            PrintTable(chart, withBars: chart.Kind != "table");
        writer.WriteLine();
    }

    private static string NumberOf(Chart chart)
    {
        var value = chart.Rows.Count > 0 && chart.Rows[0].Length > 0 ? AnswerColumn.Text(chart.Rows[0][0]) : "";
        var error = chart.StandardError is { } part ? string.Create(CultureInfo.InvariantCulture, $" (standard error {100 * part:0.##} %)") : "";
        return $"{(value.Length > 0 ? value : "-")}{error}";
    }

    private void PrintLines(Chart chart)
    {
        var names = chart.Columns.Select(column => column.Name).ToList();
        var time = names.IndexOf("time");
        var keys = Enumerable.Range(0, names.Count).Where(place => place != time && !Measures.Contains(names[place])).ToList();
        var measures = Enumerable.Range(0, names.Count).Where(place => Measures.Contains(names[place])).ToList();
        var lines =
            from row in chart.Rows
            group row by string.Join(' ', keys.Select(place => Cell(row[place]))) into series
            from measure in measures
            let values = times.Points(series.Select(row => ((long)Chart.NumberOf(row[time]), Chart.NumberOf(row[measure]))))
            select new[] { series.Key, names[measure], Text(values.Sum()), Text(values.Max()), Blocks.Sparkline(values) };
        Tables.Print(
            writer, [(string.Join(' ', keys.Select(place => names[place])), false), ("", false), ("total", true), ("greatest", true), (times.ToString(), false)], lines);
    }

    private void PrintTable(Chart chart, bool withBars)
    {
        var columns = chart.Columns.ToList();
        var measure = columns.FindIndex(column => Measures.Contains(column.Name));
        var (greatest, errors) = (0.0, (IReadOnlyList<string>)[]);
        if (measure >= 0)
        {
            greatest = chart.Rows.Max(row => Chart.NumberOf(row[measure]));
            errors = chart.Errors(columns[measure].Name);
        }

        var rows = chart.Rows.Select((row, place) => (string[])
        [
            .. row.Select(Cell),
            .. errors.Count > place ? [errors[place]] : Array.Empty<string>(),
            .. withBars && measure >= 0 ? [Blocks.Bar(Chart.NumberOf(row[measure]), greatest, BarWidth)] : Array.Empty<string>(),
        ]);
        if (errors.Count > 0)
            columns.Add(("short by at most", true));
        if (withBars && measure >= 0)
            columns.Add(("", false));
        Tables.Print(writer, columns, rows);
    }

    private static string Cell(System.Text.Json.JsonElement value) =>
        value.ValueKind == System.Text.Json.JsonValueKind.Null ? "-" : AnswerColumn.Text(value);

    private static string Text(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
