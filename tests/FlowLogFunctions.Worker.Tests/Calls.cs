using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Calls of the API, and what they have to answer.</summary>
internal static class Calls
{
    /// <summary>The answer's JSON; fails with all of it if the status is another one.</summary>
    public static async Task<JsonElement> ExpectAsync(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"Expected {(int)status}, got {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Fails unless the answer is that refusal, as problem+json.</summary>
    public static async Task ExpectRefusalAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string code)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"Expected {(int)status}, got {(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    /// <summary>Makes something; answers its id.</summary>
    public static async Task<string> MakeAsync(this HttpClient client, string path, object body)
    {
        var made = await client.PostAsJsonAsync(path, body).ExpectAsync(HttpStatusCode.Created);
        return made.TryGetProperty("id", out var id) ? id.GetString()! : "";
    }
}
