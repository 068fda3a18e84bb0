using System.Text;
using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Analysis;

/// <summary>A page of records as JSON, NDJSON or CSV, whichever the caller accepts; the cursor of the latter two is a header.</summary>
internal sealed class RecordsResult(RecordPage page) : IResult
{
    public const string CursorHeader = "X-Cursor";

    private const string Csv = "text/csv";
    private const string Ndjson = "application/x-ndjson";

    private static readonly JsonWriterOptions Options = new() { Encoder = Json.Options.Encoder };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var accepted = httpContext.Request.GetTypedHeaders().Accept
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.MediaType.Value)
            .FirstOrDefault(type => type is Csv or Ndjson or "application/json" or "*/*");
        if (page.Cursor is not null)
            httpContext.Response.Headers[CursorHeader] = page.Cursor;
        if (page.Completeness is { } completeness)
            httpContext.Response.Headers[CompletenessTotals.Header] = completeness.ToString();
        httpContext.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        return accepted switch
        {
            Csv => WriteAsync(httpContext, Csv + "; charset=utf-8", CsvLines()),
            Ndjson => WriteAsync(httpContext, Ndjson, NdjsonLines()),
            _ => WriteAsync(httpContext, "application/json; charset=utf-8", [JsonPage()]),
        };
    }

    private static async Task WriteAsync(HttpContext context, string type, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        context.Response.ContentType = type;
        foreach (var part in parts)
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
    }

    private ReadOnlyMemory<byte> JsonPage()
    {
        var bytes = new MemoryStream();
        using var writer = new Utf8JsonWriter(bytes, Options);
        writer.WriteStartObject();
        writer.WriteString("from", DateTimeOffset.FromUnixTimeSeconds(page.Range.From).UtcDateTime);
        writer.WriteString("to", DateTimeOffset.FromUnixTimeSeconds(page.Range.To).UtcDateTime);
        writer.WriteStartArray("items");
        foreach (var (rows, row) in page.Records)
            RecordText.Write(writer, rows, row);
        writer.WriteEndArray();
        if (page.Cursor is not null)
            writer.WriteString("cursor", page.Cursor);
        if (page.Completeness is { } completeness)
        {
            writer.WritePropertyName("completeness");
            JsonSerializer.Serialize(writer, completeness, Json.Options);
        }

        writer.WriteEndObject();
        writer.Flush();
        return bytes.ToArray();
    }

    private IEnumerable<ReadOnlyMemory<byte>> NdjsonLines()
    {
        foreach (var (rows, row) in page.Records)
        {
            var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes, Options))
                RecordText.Write(writer, rows, row);
            bytes.WriteByte((byte)'\n');
            yield return bytes.ToArray();
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> CsvLines()
    {
        yield return Line(FlowFields.All.Select(field => field.Name));
        foreach (var (rows, row) in page.Records)
            yield return Line(FlowFields.All.Select(field => RecordText.Of(field, rows, row)));
    }

    private static ReadOnlyMemory<byte> Line(IEnumerable<string> values) =>
        Encoding.UTF8.GetBytes(string.Join(',', values.Select(Quoted)) + "\r\n");

    /// <summary>RFC 4180.</summary>
    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
