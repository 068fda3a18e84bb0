using System.Globalization;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Queries;

/// <summary>What a query took, and how complete its answer is, in a few lines.</summary>
internal static class QueryNotes
{
    public static IEnumerable<string> Of(JsonElement answer, RunTimes times)
    {
        yield return $"elapsed {times}";
        var statistics = answer.TryGetProperty("statistics", out var found) ? found : default;
        yield return Text(
            $"scanned {Number(statistics, "rowsScanned"):N0} rows, {Number(statistics, "bytesScanned"):N0} bytes; skipped {Number(statistics, "rowsSkipped"):N0} rows, {Number(statistics, "bytesSkipped"):N0} bytes; {Number(statistics, "matches"):N0} matches");
        if (new AnswerColumn("isCut").Of(answer) == "true")
            yield return Text($"there are more than these {answer.GetProperty("rows").GetArrayLength():N0} rows; LIMIT says how many to answer");
        if (answer.TryGetProperty("completeness", out var completeness) && Completeness.Note(completeness) is { } note)
            yield return note;
    }

    private static long Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
