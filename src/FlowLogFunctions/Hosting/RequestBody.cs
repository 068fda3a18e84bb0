using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Reads a request's JSON body, of at most <see cref="MaxBytes"/>, without trusting its length header.</summary>
internal static class RequestBody
{
    /// <summary>The largest JSON body, in bytes; a security group with 200 rules takes 60,000.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Json.MaxDepth, AllowDuplicateProperties = false };

    public static async Task<Outcome<BodyReader>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is > MaxBytes)
            return TooLarge();
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
                return TooLarge();
            bytes.Write(buffer, 0, read);
        }

        return Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static Outcome<BodyReader> Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new BodyReader(document.RootElement.Clone())
                : Malformed($"The body is a JSON {document.RootElement.ValueKind}; it must be an object.");
        }
        catch (JsonException fault)
        {
            return Malformed(fault.LineNumber is null
                ? "The body names a property twice."
                : FormattableString.Invariant($"The body is no valid JSON, or nests deeper than {Json.MaxDepth}, at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            // What the search for properties that are named twice throws at a name that is no text.
            return Malformed("The body names a property with a lone surrogate; write plain Unicode text.");
        }
    }

    private static Refusal Malformed(string detail) =>
        new(StatusCodes.Status400BadRequest, "MalformedJson", detail, [new("", "MalformedJson", detail)]);

    private static Refusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "BodyTooLarge", $"A body may have at most {MaxBytes} bytes.");
}
