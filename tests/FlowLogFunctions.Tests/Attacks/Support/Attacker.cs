using System.Text;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>Sends requests of any shape that an HTTP client can send.</summary>
internal sealed class Attacker(Uri address, string? authorization)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    });

    /// <summary>Paths are sent as they stand.</summary>
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly string[] AlwaysNew = ["Date", "X-Request-Id"];

    /// <summary>Calls an operation as its document wants it, about what these belongings are.</summary>
    public Task<AttackAnswer> CallAsync(Operation operation, Belongings about) =>
        SendAsync(operation.Method, Requests.Path(operation, about), Requests.Body(operation, about)?.ToJsonString());

    public Task<AttackAnswer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public async Task<AttackAnswer> SendAsync(string method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri($"{address.GetLeftPart(UriPartial.Authority)}{path}", AsItStands));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body is not null)
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var told = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(header => !AlwaysNew.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);
        // A tail goes on for minutes.
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new((int)answer.StatusCode, string.Join('\n', told), isStream ? "" : await answer.Content.ReadAsStringAsync());
    }
}
