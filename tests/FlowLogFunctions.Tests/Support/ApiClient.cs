using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Calls the API with one access key.</summary>
/// <param name="bearer"><c>AccessKeyId.AccessKeySecret</c>; null sends no key.</param>
public sealed class ApiClient(Uri address, string accountId, string? bearer)
{
    private static readonly HttpClient Http = new();

    public string AccountId { get; } = accountId;

    /// <summary>The value of the Authorization header; null without a key.</summary>
    public string? Authorization => bearer is null ? null : $"Bearer {bearer}";

    /// <summary>The same API with another key.</summary>
    public ApiClient With(string otherBearer) => new(address, AccountId, otherBearer);

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <param name="body">An object to be written as JSON, or a string that is sent as it is.</param>
    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, path, body, ifMatch);

    public Task<ApiAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<ApiAnswer> PatchAsync(string path, object? body, string? ifMatch = null) => SendAsync(HttpMethod.Patch, path, body, ifMatch);

    public Task<ApiAnswer> DeleteAsync(string path, string? ifMatch = null) => SendAsync(HttpMethod.Delete, path, null, ifMatch);

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        return new ApiAnswer(response, await response.Content.ReadAsStringAsync());
    }
}
