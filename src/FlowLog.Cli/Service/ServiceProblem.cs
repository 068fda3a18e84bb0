using System.Text.Json;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Service;

/// <summary>A refusal's problem+json, for people.</summary>
internal static class ServiceProblem
{
    public static bool TryParse(string body, out JsonElement problem)
    {
        try
        {
            problem = JsonDocument.Parse(body).RootElement;
            return problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("code", out _);
        }
        catch (JsonException)
        {
            problem = default;
            return false;
        }
    }

    /// <summary>The code and what can be done, then each error with its field, of a query with its place.</summary>
    public static IEnumerable<string> Lines(Refusal refusal, string? query)
    {
        if (!TryParse(refusal.Body, out var problem))
        {
            yield return $"flowlog: {refusal.Message}";
            yield break;
        }

        yield return Visible.Of($"flowlog: {Text(problem, "code")}: {Text(problem, "detail")}");
        if (!problem.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var error in errors.EnumerateArray())
        {
            foreach (var line in Lines(error, query))
                yield return line;
        }
    }

    private static IEnumerable<string> Lines(JsonElement error, string? query)
    {
        var field = Text(error, "field");
        var place = query is not null && field == "query" ? (Line: Number(error, "line"), Column: Number(error, "column")) : default;
        yield return Visible.Of($"  {(place.Line > 0 ? $"{place.Line}:{place.Column}" : field)}: {Text(error, "message")} ({Text(error, "code")})");
        if (place.Line == 0)
            yield break;
        foreach (var line in QueryPlace.Lines(query!, place.Line, place.Column, Number(error, "length")))
            yield return line;
    }

    private static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static int Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
