using System.Text.Json;

namespace FlowLogFunctions.Tests.OpenApi;

/// <summary>The document describes the app's HTTP functions, all of them and nothing else.</summary>
public sealed class OpenApiDocumentTests
{
    private const string ProblemJson = "application/problem+json";

    private static readonly IReadOnlyList<string> WithoutKey = ["GetHealth", "GetOpenApi"];

    public static TheoryData<string> Operations => [.. Operation.All.Select(operation => operation.Id)];

    [Fact]
    public void Operations_AreTheHttpFunctions() => Assert.Equal(
        HttpRoute.All.Select(route => $"{route.Path} {route.Method} {route.Function}").Order(StringComparer.Ordinal),
        Operation.All.Select(operation => $"{operation.Path} {operation.Method} {operation.Id}").Order(StringComparer.Ordinal));

    [Fact]
    public void Version_Is31() => Assert.Matches(@"^3\.1\.\d+$", Operation.Document.GetProperty("openapi").GetString());

    [Fact]
    public void References_AllResolve() => Assert.All(References(Operation.Document), reference =>
    {
        Assert.StartsWith("#/", reference, StringComparison.Ordinal);
        Operation.Find(reference);
    });

    [Fact]
    public void Components_AreAllReferredTo()
    {
        var referred = References(Operation.Document).ToHashSet();
        foreach (var section in Operation.Document.GetProperty("components").EnumerateObject().Where(section => section.Name != "securitySchemes"))
            Assert.All(section.Value.EnumerateObject(), one => Assert.Contains($"#/components/{section.Name}/{one.Name}", referred));
    }

    [Fact]
    public void RequiredProperties_AreDeclared() => Assert.All(Objects(Operation.Document), schema =>
    {
        if (schema.TryGetProperty("required", out var required) && schema.TryGetProperty("properties", out var properties))
            Assert.All(required.EnumerateArray(), name => Assert.True(properties.TryGetProperty(name.GetString()!, out _), name.GetString()));
    });

    [Theory, MemberData(nameof(Operations))]
    public void Operation_DeclaresItsPathParameters(string id)
    {
        var operation = Of(id);
        Assert.Equal(operation.PathParameters, operation.Parameters("path"));
    }

    [Theory, MemberData(nameof(Operations))]
    public void Operation_DeclaresEachParameterOnce(string id)
    {
        foreach (var place in new[] { "path", "query", "header" })
            Assert.Distinct(Of(id).Parameters(place));
    }

    [Theory, MemberData(nameof(Operations))]
    public void Operation_SaysWhatItIs(string id) => Assert.NotEqual("", Of(id).Json.GetProperty("summary").GetString());

    [Theory, MemberData(nameof(Operations))]
    public void Operation_NeedsAKeyAndTakesARegion_UnlessItIsOfTheServiceItself(string id)
    {
        var operation = Of(id);
        var needsKey = !WithoutKey.Contains(id);
        Assert.Equal(needsKey, operation.NeedsKey);
        Assert.Equal(needsKey, operation.Statuses.Contains("401"));
        Assert.Equal(needsKey, operation.Statuses.Contains("404"));
        Assert.Equal(needsKey, operation.Statuses.Contains("503") && operation.Response("503").TryGetProperty("x-codes", out _));
        Assert.Equal(needsKey, operation.Parameters("query").Contains("regionId"));
    }

    [Theory, MemberData(nameof(Operations))]
    public void OperationWithABody_DocumentsWhatCanBeWrongWithIt(string id)
    {
        var operation = Of(id);
        if (operation.HasBody)
            Assert.Superset(new HashSet<string> { "400", "413" }, operation.Statuses.ToHashSet());
        Assert.Equal(operation.Method is "patch" or "put" or "post", operation.HasBody || IsWithoutBody(id));
    }

    [Theory, MemberData(nameof(Operations))]
    public void OperationWithAPrecondition_DocumentsPreconditionFailed(string id)
    {
        var operation = Of(id);
        Assert.Equal(operation.Parameters("header").Any(header => header is "If-Match" || (header is "If-None-Match" && operation.Method != "get")), operation.Statuses.Contains("412"));
    }

    [Theory, MemberData(nameof(Operations))]
    public void Refusals_AreProblemsWithTheirCodes(string id)
    {
        var operation = Of(id);
        Assert.All(operation.Statuses.Where(status => status[0] == '4' || (status == "503" && operation.NeedsKey)), status =>
        {
            var refusal = operation.Response(status);
            Assert.Equal("#/components/schemas/Problem", refusal.GetProperty("content").GetProperty(ProblemJson).GetProperty("schema").GetProperty("$ref").GetString());
            Assert.NotEmpty(refusal.GetProperty("x-codes").EnumerateArray());
        });
    }

    [Theory, MemberData(nameof(Operations))]
    public void Operation_DocumentsWhatItAnswersWhenAllIsWell(string id)
    {
        var operation = Of(id);
        var done = operation.Statuses.Where(status => status[0] == '2').ToList();
        Assert.NotEmpty(done);
        Assert.All(done, status => Assert.Equal(status != "204", operation.Response(status).TryGetProperty("content", out _)));
    }

    private static bool IsWithoutBody(string id) =>
        id is "CreateAccessKey" or "CreateOwnAccessKey" or "ConfirmAuthorization" or "TurnReportOn" or "ActivateFlowLog" or "DeactivateFlowLog" or "RedrivePoison";

    private static Operation Of(string id) => Operation.All.Single(operation => operation.Id == id);

    private static IEnumerable<string> References(JsonElement element) => Objects(element)
        .Select(one => one.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String ? reference.GetString() : null)
        .OfType<string>();

    /// <summary>The element's objects, itself included, at every depth.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
