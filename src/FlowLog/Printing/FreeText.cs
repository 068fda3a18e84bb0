using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLog.Printing;

/// <summary>Texts that may hold anything, such as the ids of rules.</summary>
public static class FreeText
{
    /// <summary>See <see cref="CsvCell"/>.</summary>
    public static byte[] Csv(string text) => Encoding.UTF8.GetBytes(CsvCell.Of(text));

    /// <summary>What stands between the quotes.</summary>
    public static byte[] Json(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
}
