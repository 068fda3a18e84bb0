using System.Net;
using System.Text.Json;

namespace FlowLogFunctions.Tests.Support;

/// <summary>What the API answered.</summary>
public sealed class ApiAnswer
{
    private readonly string _text;

    internal ApiAnswer(HttpResponseMessage response, string text)
    {
        (Status, _text) = (response.StatusCode, text);
        ETag = response.Headers.TryGetValues("ETag", out var etags) ? etags.Single() : null;
        Location = response.Headers.Location?.ToString();
        Json = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public HttpStatusCode Status { get; }

    public JsonElement Json { get; }

    public string? ETag { get; }

    public string? Location { get; }

    /// <summary>The code of a refusal.</summary>
    public string? Code => Text("code");

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>The problems of a refusal, as <c>field code</c>, in order.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}").Order(StringComparer.Ordinal)];

    /// <summary>A text property; null if it is not there.</summary>
    public string? Text(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>Fails with the whole answer if its status is another one.</summary>
    public ApiAnswer Expect(HttpStatusCode status, string? code = null)
    {
        Assert.True(status == Status && (code is null || code == Code), $"Expected {(int)status} {code}, got {(int)Status}: {_text}");
        return this;
    }
}
