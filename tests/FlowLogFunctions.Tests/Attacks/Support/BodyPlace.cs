using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>A place in a JSON body that names something which an account has.</summary>
/// <param name="Path">Properties, from the outside in; a list counts for its one item.</param>
internal sealed record BodyPlace(IReadOnlyList<string> Path, string Kind)
{
    private static readonly string[] OfWhom = ["cidr", "groupId", "prefixListId", "sourceGroupId", "sourcePrefixListId", "destGroupId", "destPrefixListId"];

    /// <summary>All of them in what a schema describes.</summary>
    public static IEnumerable<BodyPlace> In(JsonElement schema, params IReadOnlyList<string> path)
    {
        var resolved = Operation.Resolve(schema);
        if (path.Count > 0 && Kinds.Of(path[^1], schema) is { } kind)
            return [new(path, kind)];
        if (resolved.TryGetProperty("items", out var items))
            return Kinds.Of("", items) is { } ofItems ? [new(path, ofItems)] : In(items, path);
        return resolved.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => In(property.Value, [.. path, property.Name]))
            : [];
    }

    /// <summary>A body with this value in the place, and all else of the caller's own.</summary>
    public JsonObject Filled(JsonElement schema, Belongings own, string value)
    {
        var body = (JsonObject)Requests.Value("", schema, own)!;
        var (node, described) = (body, schema);
        foreach (var name in Path.SkipLast(1))
        {
            described = Operation.Resolve(described).GetProperty("properties").GetProperty(name);
            node[name] ??= Requests.Value(name, described, own);
            if (node[name] is JsonArray list)
                (node, described) = ((JsonObject)list[0]!, Operation.Resolve(described).GetProperty("items"));
            else
                node = (JsonObject)node[name]!;
        }

        var last = Operation.Resolve(described).GetProperty("properties").GetProperty(Path[^1]);
        node[Path[^1]] = Operation.Resolve(last).TryGetProperty("items", out _) ? new JsonArray(value) : value;
        if (node.ContainsKey("direction"))
            CompleteRule(node);
        if (node.ContainsKey("resourceId"))
            node["resourceType"] = "VPC";
        return body;
    }

    private void CompleteRule(JsonObject rule)
    {
        rule["direction"] = Path[^1].StartsWith("dest", StringComparison.Ordinal) ? "egress" : "ingress";
        if (!OfWhom.Any(rule.ContainsKey))
            rule["cidr"] = "192.0.2.0/24";
    }

    public override string ToString() => string.Join('.', Path);
}
