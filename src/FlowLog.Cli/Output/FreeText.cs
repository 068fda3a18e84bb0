using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLog.Cli.Output;

/// <summary>Texts that may hold anything, such as the ids of rules.</summary>
internal static class FreeText
{
    /// <summary>In quotes where RFC 4180 wants them.</summary>
    public static byte[] Csv(string text) => Encoding.UTF8.GetBytes(CsvText(text));

    /// <inheritdoc cref="Csv"/>
    public static string CsvText(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>What stands between the quotes.</summary>
    public static byte[] Json(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
}
