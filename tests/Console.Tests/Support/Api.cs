using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>The API of the console's host, for what a test finds there already.</summary>
internal sealed class Api
{
    private readonly HttpClient _client;

    public Api(LocalHostProcess host)
    {
        _client = new() { BaseAddress = host.Address, Timeout = Patience.Longest };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>False too if there is no such list yet.</summary>
    public async Task<bool> HasItemsAsync(string path)
    {
        try
        {
            return (await GetAsync(path))["items"]!.AsArray().Count > 0;
        }
        catch (HttpRequestException problem) when (problem.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    public Task<JsonNode> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<JsonNode> PutAsync(string path, JsonObject body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    /// <summary>Makes a resource; its id.</summary>
    public async Task<string> MakeAsync(string path, JsonObject body) => (string)(await PostAsync(path, body))["id"]!;

    public Task<JsonNode> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<JsonNode> PutFileAsync(string path, string file) => SendAsync(HttpMethod.Put, path, new ByteArrayContent(File.ReadAllBytes(file)));

    /// <exception cref="HttpRequestException">The API refuses; its answer is the message.</exception>
    private async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{method} {path}: {text}", null, answer.StatusCode);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
