using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

/// <summary>The rules of an answer.</summary>
internal static class RuleAnswers
{
    public static IReadOnlyList<JsonElement> Rules(this ApiAnswer answer) => [.. answer.Json.GetProperty("rules").EnumerateArray()];

    public static string Id(this JsonElement rule) => rule.GetProperty("id").GetString()!;

    /// <summary>All of a rule but its id, as JSON.</summary>
    public static string WithoutId(this JsonElement rule)
    {
        var all = JsonObject.Create(rule)!;
        all.Remove("id");
        return all.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\\uD83D\\uDD11", "🔑", StringComparison.Ordinal);
    }
}
