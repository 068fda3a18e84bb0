using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLogFunctions.Analysis.Queries;
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
        if (page.Statistics is { } statistics)
            httpContext.Response.Headers[QueryStatistics.Header] = statistics.ToString();
        httpContext.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        return accepted switch
        {
            Csv => WriteAsync(httpContext, Csv + "; charset=utf-8", Lines(LineFormat.Rfc4180)),
            Ndjson => WriteAsync(httpContext, Ndjson, Lines(LineFormat.Ndjson)),
            _ => WriteAsync(httpContext, "application/json; charset=utf-8", JsonPage()),
        };
    }

    private static async Task WriteAsync(HttpContext context, string type, ReadOnlyMemory<byte> text)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(text, context.RequestAborted);
    }

    private ReadOnlyMemory<byte> JsonPage()
    {
        var bytes = new MemoryStream();
        using var writer = new Utf8JsonWriter(bytes, Options);
        writer.WriteStartObject();
        writer.WriteString("from", DateTimeOffset.FromUnixTimeSeconds(page.Range.From).UtcDateTime);
        writer.WriteString("to", DateTimeOffset.FromUnixTimeSeconds(page.Range.To).UtcDateTime);
        writer.WriteStartArray("items");
        var text = new Utf8Text();
        foreach (var (lines, row) in Records(LineFormat.Json))
        {
            text.Clear();
            lines.Write(text, row);
            writer.WriteRawValue(text.Bytes.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
        if (page.Cursor is not null)
            writer.WriteString("cursor", page.Cursor);
        if (page.Statistics is { } statistics)
        {
            writer.WritePropertyName("statistics");
            JsonSerializer.Serialize(writer, statistics, Json.Options);
        }

        if (page.Completeness is { } completeness)
        {
            writer.WritePropertyName("completeness");
            JsonSerializer.Serialize(writer, completeness, Json.Options);
        }

        writer.WriteEndObject();
        writer.Flush();
        return bytes.ToArray();
    }

    private ReadOnlyMemory<byte> Lines(LineFormat format)
    {
        var text = new Utf8Text();
        RecordLines.Head(text, FlowFields.All, format);
        foreach (var (lines, row) in Records(format))
            lines.Write(text, row);
        return text.Bytes;
    }

    private IEnumerable<(RecordLines Lines, int Row)> Records(LineFormat format)
    {
        var chunks = new Dictionary<FlowColumns, RecordLines>();
        foreach (var (rows, row) in page.Records)
        {
            if (!chunks.TryGetValue(rows, out var lines))
                chunks[rows] = lines = new(FlowFields.All, rows, format);
            yield return (lines, row);
        }
    }
}
