using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>Names of Azure's blobs: <c>…/y=2026/m=11/d=22/h=13/m=00/macAddress=002248B2D3E4/PT1H.json</c>, in any case of letters.</summary>
internal static class LogNames
{
    private const string Mac = "macAddress=";
    private const int KeyBytes = 9;

    /// <summary>A short name for a blob's: twelve letters.</summary>
    public static string Key(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return Base64Url.EncodeToString(hash[..KeyBytes]);
    }

    /// <summary>True for the folder of a year: what is around it is the root of a flow log.</summary>
    public static bool IsYear(string folder) =>
        Last(folder) is { Length: > 2 } last && last.StartsWith("y=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of an hour.</summary>
    /// <param name="year">The folder of any year, which shows how the names are written.</param>
    public static string Hour(string year, long hour)
    {
        var last = Last(year);
        var time = DateTimeOffset.FromUnixTimeSeconds(hour).UtcDateTime;
        var folder = time.ToString("'y='yyyy'/m='MM'/d='dd'/h='HH'/'", CultureInfo.InvariantCulture);
        return year[..^(last.Length + 1)] + (last[0] == 'Y' ? folder.ToUpperInvariant() : folder);
    }

    /// <summary>The MAC address of a blob as twelve digits; null if it has none.</summary>
    public static string? MacOf(string name)
    {
        var at = name.LastIndexOf(Mac, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var end = name.IndexOf('/', at);
        return MacDigits(name[(at + Mac.Length)..(end < 0 ? name.Length : end)]);
    }

    /// <summary>A MAC address without what stands between its digits, which are upper-case.</summary>
    public static string MacDigits(string text) => string.Concat(text.Where(char.IsAsciiHexDigit)).ToUpperInvariant();

    private static string Last(string folder)
    {
        var trimmed = folder.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}
