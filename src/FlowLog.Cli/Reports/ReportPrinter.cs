using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Reports;

/// <summary>Prints a report of the API, or one of its charts.</summary>
internal static class ReportPrinter
{
    /// <param name="only">The chart to print; all if null.</param>
    /// <exception cref="Failure">The report has no such chart, or CSV was asked for of several.</exception>
    public static async Task PrintAsync(Terminal terminal, AnswerFormat format, JsonElement report, string? only, CancellationToken cancellation)
    {
        var charts = report.GetProperty("charts").EnumerateArray().Select(chart => new Chart(chart)).ToList();
        var shown = charts.Where(chart => only is null || chart.Name == only).ToList();
        if (shown.Count == 0 || (format == AnswerFormat.Csv && shown.Count > 1))
        {
            throw new Failure(
                $"{(only is null ? "CSV is of one chart: --chart says which" : $"there is no chart {only}")}; there are {string.Join(", ", charts.Select(chart => chart.Name))}");
        }

        await using var writer = AnswerPrinter.Writer(terminal);
        if (format == AnswerFormat.Json)
            await writer.WriteLineAsync((only is null ? report : shown[0].Json).GetRawText().AsMemory(), cancellation);
        else if (format == AnswerFormat.Csv)
            AnswerPrinter.WriteCsv(writer, [.. shown[0].Columns.Select(column => column.Name)], shown[0].Rows.Select(row => row.Select(AnswerColumn.Text).ToArray()));
        else
            Draw(writer, report, shown);
    }

    private static void Draw(TextWriter writer, JsonElement report, IReadOnlyList<Chart> charts)
    {
        var times = new ReportTimes(
            report.GetProperty("from").GetDateTimeOffset(), report.GetProperty("to").GetDateTimeOffset(), Math.Max(1, report.GetProperty("bucketSeconds").GetInt64()));
        var printer = new ChartPrinter(writer, times);
        foreach (var chart in charts)
            printer.Print(chart);
        if (report.TryGetProperty("completeness", out var completeness) && Completeness.Note(completeness) is { } note)
            writer.WriteLine(note);
    }
}
