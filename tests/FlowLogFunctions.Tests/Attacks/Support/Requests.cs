using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>Writes requests that the OpenAPI document allows.</summary>
internal static class Requests
{
    private const string Json = "application/json";

    /// <summary>Values that a schema alone does not tell.</summary>
    private static readonly Dictionary<string, JsonNode> ByName = new()
    {
        ["name"] = "attack",
        ["description"] = "attack",
        ["query"] = "*",
        ["protocol"] = "tcp",
        ["portRange"] = "443/443",
        ["Action"] = "log:Get*",
        ["Resource"] = "*",
        ["type"] = "pcap",
        ["CreateVSwitchRequest.cidrBlock"] = "10.9.0.0/24",
    };

    /// <summary>Properties that a body wants though none of them is required.</summary>
    private static readonly Dictionary<string, string[]> Also = new()
    {
        ["ModifyFlowLogRequest"] = ["name"],
        ["ModifyLogstoreRequest"] = ["description"],
        ["ChangeUserRequest"] = ["description"],
        ["RuleRequest"] = ["portRange"],
        ["EstimateFlowLogRequest"] = ["project", "logstore"],
    };

    public static string Path(Operation operation, Belongings about) => Declared(operation, "path").Aggregate(
        operation.Path, (path, parameter) => path.Replace(
            $"{{{parameter.Name}}}", Uri.EscapeDataString(about[Kinds.OfPath(parameter.Name, parameter.Schema)]), StringComparison.Ordinal));

    /// <summary>A body with what is needed; null if the operation takes none that is JSON.</summary>
    public static JsonObject? Body(Operation operation, Belongings about) =>
        BodySchema(operation) is { } schema ? (JsonObject)Value("", schema, about)! : null;

    /// <summary>The schema of a JSON body; null if there is none.</summary>
    public static JsonElement? BodySchema(Operation operation) =>
        operation.HasBody && operation.Json.GetProperty("requestBody").GetProperty("content").TryGetProperty(Json, out var content)
            ? content.GetProperty("schema")
            : null;

    public static IReadOnlyList<(string Name, JsonElement Schema)> Declared(Operation operation, string place) =>
        operation.Json.TryGetProperty("parameters", out var list)
            ?
            [
                .. list.EnumerateArray().Select(Operation.Resolve).Where(one => one.GetProperty("in").GetString() == place)
                    .Select(one => (one.GetProperty("name").GetString()!, one.GetProperty("schema"))),
            ]
            : [];

    public static JsonNode? Value(string name, JsonElement schema, Belongings about)
    {
        if (Kinds.Of(name, schema) is { } kind)
            return about[kind];
        var (resolved, referred) = (Operation.Resolve(schema), Name(schema));
        if (resolved.TryGetProperty("properties", out var properties))
            return Object(referred, resolved, properties, about);
        if (resolved.TryGetProperty("items", out var items))
            return new JsonArray(Value(name.TrimEnd('s'), items, about));
        if (resolved.TryGetProperty("const", out var constant))
            return JsonNode.Parse(constant.GetRawText());
        if (ByName.TryGetValue(name, out var known))
            return known.DeepClone();
        foreach (var list in new[] { "examples", "enum" })
        {
            if (resolved.TryGetProperty(list, out var some))
                return JsonNode.Parse(some[0].GetRawText());
        }

        return resolved.TryGetProperty("minimum", out var least) ? least.GetInt64() : "text";
    }

    private static string Name(JsonElement schema) => schema.TryGetProperty("$ref", out var target) ? target.GetString()!.Split('/')[^1] : "";

    private static JsonObject Object(string name, JsonElement schema, JsonElement properties, Belongings about)
    {
        var needed = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(one => one.GetString()!) : [];
        return new(needed.Union(Also.GetValueOrDefault(name, [])).Select(property => KeyValuePair.Create(
            property, ByName.GetValueOrDefault($"{name}.{property}")?.DeepClone() ?? Value(property, properties.GetProperty(property), about))));
    }
}
