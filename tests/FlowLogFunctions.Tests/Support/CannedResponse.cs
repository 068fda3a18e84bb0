using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace FlowLogFunctions.Tests.Support;

/// <summary>An answer of the Table service that no service gave.</summary>
internal sealed class CannedResponse(int status, string code) : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json",
        ["x-ms-error-code"] = code,
        ["Retry-After"] = "0",
    };

    public override int Status => status;

    /// <summary>What the transport would have said, which this answer does not pass.</summary>
    public override bool IsError => true;

    public override string ReasonPhrase => code;

    /// <summary>As the service writes it, and as clients read an answer that did not come through the transport.</summary>
    public override Stream? ContentStream { get; set; } = new MemoryStream(
        Encoding.UTF8.GetBytes($$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"injected"}},"error":{"code":"{{{code}}}"}}"""));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(pair => new HttpHeader(pair.Key, pair.Value));
}
