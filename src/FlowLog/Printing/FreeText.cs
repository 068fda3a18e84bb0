using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLog.Printing;

/// <summary>Texts that may hold anything, such as the ids of rules.</summary>
public static class FreeText
{
    /// <summary>In quotes where RFC 4180 wants them.</summary>
    public static byte[] Csv(string text)
    {
        var quoted = text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return Encoding.UTF8.GetBytes(quoted);
    }

    /// <summary>What stands between the quotes.</summary>
    public static byte[] Json(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
}
