using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.OpenApi;

namespace FlowLogFunctions.Tests.OpenApi;

/// <summary>One operation of the OpenAPI document.</summary>
internal sealed partial record Operation(string Path, string Method, JsonElement Json)
{
    public static JsonElement Document { get; } = JsonDocument.Parse(OpenApiDocument.Bytes).RootElement;

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. from path in Document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           select new Operation(path.Name, operation.Name, operation.Value),
    ];

    public string Id => Json.GetProperty("operationId").GetString()!;

    public bool HasBody => Json.TryGetProperty("requestBody", out _);

    /// <summary>True unless the operation takes back the document's security.</summary>
    public bool NeedsKey => !Json.TryGetProperty("security", out var own) || own.GetArrayLength() > 0;

    public IReadOnlyList<string> PathParameters => [.. Braces().Matches(Path).Select(match => match.Groups[1].Value)];

    public IReadOnlyList<string> Statuses => [.. Json.GetProperty("responses").EnumerateObject().Select(response => response.Name)];

    public JsonElement Response(string status) => Resolve(Json.GetProperty("responses").GetProperty(status));

    /// <summary>Names of the declared parameters of a place: path, query or header.</summary>
    public IReadOnlyList<string> Parameters(string place) => Json.TryGetProperty("parameters", out var list)
        ? [.. list.EnumerateArray().Select(Resolve).Where(one => one.GetProperty("in").GetString() == place).Select(one => one.GetProperty("name").GetString()!)]
        : [];

    public static JsonElement Schema(string name) => Document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    /// <summary>What a reference means; anything else is itself.</summary>
    public static JsonElement Resolve(JsonElement element) =>
        element.TryGetProperty("$ref", out var target) ? Resolve(Find(target.GetString()!)) : element;

    /// <exception cref="KeyNotFoundException">The document has no such place.</exception>
    public static JsonElement Find(string reference) =>
        reference.Split('/').Skip(1).Aggregate(Document, (place, name) => place.GetProperty(name));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();
}
