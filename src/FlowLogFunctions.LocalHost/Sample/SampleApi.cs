using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowLogFunctions.LocalHost.Sample;

/// <summary>The few calls of the API that make the sample. What is there already, by its name, is kept.</summary>
internal sealed class SampleApi(HttpClient client, string region)
{
    /// <summary>True if the account has VPCs and none bears this name: then it is somebody's own, and no place for a sample.</summary>
    public async Task<bool> HasOtherVpcsAsync(string name, CancellationToken cancellation)
    {
        var items = (await client.GetFromJsonAsync<JsonNode>(Address("api/vpcs"), cancellation))!["items"]!.AsArray();
        return items.Count > 0 && items.All(vpc => (string?)vpc!["name"] != name);
    }

    /// <summary>The id of the resource with the body's name; made if there is none.</summary>
    public async Task<string> EnsureAsync(string path, JsonObject body, CancellationToken cancellation)
    {
        var name = (string)body["name"]!;
        var found = await client.GetFromJsonAsync<JsonNode>($"{Address(path)}&name={Uri.EscapeDataString(name)}", cancellation);
        if (found!["items"]!.AsArray() is [{ } first, ..])
            return (string)first["id"]!;
        return (string)(await PostAsync(path, body, cancellation))!["id"]!;
    }

    /// <summary>The answer; null if what is asked for is there already.</summary>
    public async Task<JsonNode?> PostAsync(string path, JsonObject body, CancellationToken cancellation)
    {
        using var answer = await client.PostAsJsonAsync(Address(path), body, cancellation);
        return answer.StatusCode == HttpStatusCode.Conflict ? null : await ReadAsync(answer, cancellation);
    }

    /// <summary>Hands a capture file over, its times moved to now.</summary>
    public async Task PutFileAsync(string path, string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        using var answer = await client.PutAsync($"{Address(path)}&shift=now", body, cancellation);
        await ReadAsync(answer, cancellation);
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? text.Length == 0 ? null : JsonNode.Parse(text)
            : throw new HttpRequestException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath}: {text}", null, answer.StatusCode);
    }

    private string Address(string path) => $"{path}?regionId={region}";
}
