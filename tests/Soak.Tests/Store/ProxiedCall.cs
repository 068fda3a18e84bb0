using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>A call to storage as it came, to be sent on as it is: its signature is made of its path and headers.</summary>
internal sealed class ProxiedCall
{
    private static readonly HashSet<string> OfTheConnection =
        new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect" };

    private readonly HttpRequest _request;
    private readonly Uri _address;
    private readonly byte[] _body;

    private ProxiedCall(HttpRequest request, Uri address, byte[] body) => (_request, _address, _body) = (request, address, body);

    /// <summary>POST …/queue/messages, and not …/messages/id, which is for one that is there.</summary>
    public bool PutsMessage => HttpMethods.IsPost(_request.Method) && _request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal);

    public static async Task<ProxiedCall> ReadAsync(HttpRequest request, Uri service)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        // As it was written, escapes and all: a Uri would tidy it up, and the signature would not fit any more.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new(request, new Uri(service.GetLeftPart(UriPartial.Authority) + target, options), body.ToArray());
    }

    public Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, CancellationToken cancellation)
    {
        var message = new HttpRequestMessage(new HttpMethod(_request.Method), _address) { Content = new ByteArrayContent(_body) };
        foreach (var (name, values) in _request.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        if (_body.Length == 0 && _request.ContentLength is null) message.Content = null;
        return client.SendAsync(message, cancellation);
    }

    /// <summary>Hands an answer on, or its first half.</summary>
    public static async Task CopyAsync(HttpResponseMessage answer, HttpResponse response, bool half, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        response.StatusCode = (int)answer.StatusCode;
        if (response.HttpContext.Features.Get<IHttpResponseFeature>() is { } feature) feature.ReasonPhrase = answer.ReasonPhrase;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
            response.Headers[name] = values.ToArray();
        // An answer to HEAD says a length without a body.
        if (HttpMethods.IsHead(response.HttpContext.Request.Method)) response.ContentLength = answer.Content.Headers.ContentLength;
        else if (answer.StatusCode is not (System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.NotModified)) response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.AsMemory(0, half ? body.Length / 2 : body.Length), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
