using System.Security.Cryptography;

namespace FlowLogFunctions.OpenApi;

/// <summary>The API's OpenAPI 3.1 document, <c>openapi.json</c> of this folder, as it is built into the app.</summary>
internal static class OpenApiDocument
{
    public static readonly ReadOnlyMemory<byte> Bytes = Read();

    /// <summary>Follows from the bytes, so that every instance of the app gives the same.</summary>
    public static readonly string ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)[..16])}\"";

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(typeof(OpenApiDocument), "openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
