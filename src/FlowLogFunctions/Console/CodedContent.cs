using System.Security.Cryptography;

namespace FlowLogFunctions.Console;

/// <summary>A file's bytes in one coding.</summary>
/// <param name="Coding">As <c>Content-Encoding</c> names it; <see cref="ContentCodings.Identity"/> as it is.</param>
internal sealed record CodedContent(string Coding, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A strong one, so each coding has its own. It follows from the bytes: every instance of the app gives the same.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)[..16])}\"";
}
