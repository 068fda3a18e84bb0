using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads the answer to a transaction: multipart/mixed, in which each part is an HTTP response or again multipart.</summary>
internal static class TransactionAnswer
{
    private const int MaxDepth = 4;

    /// <summary>The responses in their order: one an action, or only that of the action that failed.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such answer.</exception>
    public static IReadOnlyList<Response> Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        var responses = new List<Response>();
        ReadParts(contentType, body, responses, MaxDepth);
        return responses.Count > 0 ? responses : throw new InvalidDataException("A transaction's answer has no response in it.");
    }

    private static void ReadParts(string? contentType, ReadOnlyMemory<byte> body, List<Response> responses, int depth)
    {
        if (depth == 0) throw new InvalidDataException("A transaction's answer is nested too deep.");
        var delimiter = Encoding.UTF8.GetBytes("--" + BoundaryOf(contentType));
        for (var part = Next(ref body, delimiter); part is { } bytes; part = Next(ref body, delimiter))
        {
            var headers = ReadHeaders(ref bytes);
            var type = headers.GetValueOrDefault("Content-Type");
            if (type?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true) ReadParts(type, bytes, responses, depth - 1);
            else responses.Add(ReadResponse(bytes));
        }
    }

    // A part stands between two delimiters; the last delimiter ends with "--".
    private static ReadOnlyMemory<byte>? Next(ref ReadOnlyMemory<byte> rest, byte[] delimiter)
    {
        var start = rest.Span.IndexOf(delimiter);
        if (start < 0) throw new InvalidDataException("A transaction's answer is cut off.");
        rest = rest[(start + delimiter.Length)..];
        if (rest.Span.StartsWith("--"u8)) return null;
        var end = rest.Span.IndexOf(delimiter);
        if (end < 0) throw new InvalidDataException("A transaction's answer is cut off.");
        var part = rest[..end];
        rest = rest[end..];
        return part.Span.StartsWith("\r\n"u8) ? part[2..] : part;
    }

    private static TransactionResponse ReadResponse(ReadOnlyMemory<byte> bytes)
    {
        // Azurite puts a stray line before the status line when it refuses a transaction as a whole.
        var line = ReadLine(ref bytes);
        while (!line.StartsWith("HTTP/", StringComparison.Ordinal) && !bytes.IsEmpty) line = ReadLine(ref bytes);
        var status = line.Split(' ', 3);
        if (status.Length < 2 || status[1].Length != 3
            || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            throw new InvalidDataException("A part of a transaction's answer is no HTTP response.");
        var headers = ReadHeaders(ref bytes);
        return new TransactionResponse(code, status.Length > 2 ? status[2] : "", headers, WithoutLineEnd(bytes));
    }

    private static Dictionary<string, string> ReadHeaders(ref ReadOnlyMemory<byte> bytes)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var line = ReadLine(ref bytes); line.Length > 0; line = ReadLine(ref bytes))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw new InvalidDataException("A part of a transaction's answer has a header without a name.");
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private static string ReadLine(ref ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf("\r\n"u8);
        var line = Encoding.UTF8.GetString(end < 0 ? bytes.Span : bytes.Span[..end]);
        bytes = end < 0 ? default : bytes[(end + 2)..];
        return line;
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Span.EndsWith("\r\n"u8)) bytes = bytes[..^2];
        return bytes;
    }

    private static string BoundaryOf(string? contentType)
    {
        var boundary = MediaTypeHeaderValue.TryParse(contentType, out var type)
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"')
            : null;
        return string.IsNullOrEmpty(boundary) ? throw new InvalidDataException("A transaction's answer has no boundary.") : boundary;
    }
}
