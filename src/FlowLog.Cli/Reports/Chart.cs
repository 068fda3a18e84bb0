using System.Text.Json;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Reports;

/// <summary>A chart as the API answers it.</summary>
internal sealed class Chart(JsonElement json)
{
    public string Name => Text("name");

    public string Title => Text("title");

    /// <summary>line, bar, table, heatmap, number, pie or sankey.</summary>
    public string Kind => Text("kind");

    public IReadOnlyList<(string Name, bool IsNumber)> Columns { get; } =
        [.. json.GetProperty("columns").EnumerateArray().Select(column => (new AnswerColumn("name").Of(column), new AnswerColumn("type").Of(column) != "varchar"))];

    public IReadOnlyList<JsonElement[]> Rows { get; } = [.. json.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToArray())];

    public JsonElement Json => json;

    /// <summary>Of an estimate, as a part of it; null where the number is exact.</summary>
    public double? StandardError => json.TryGetProperty("standardError", out var error) ? error.GetDouble() : null;

    /// <summary>By how much each row's numbers of a name can be too low; none if all are exact or nothing is known of the name.</summary>
    public IReadOnlyList<string> Errors(string measure) => json.TryGetProperty("rowErrors", out var errors)
        ? [.. errors.EnumerateArray().Where(error => error.TryGetProperty(measure, out _)).Select(new AnswerColumn(measure).Of)]
        : [];

    public static double NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    private string Text(string name) => new AnswerColumn(name).Of(json);
}
