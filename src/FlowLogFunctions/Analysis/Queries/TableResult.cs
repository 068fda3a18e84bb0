using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLog.Printing;
using FlowLog.Query;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>A table as JSON, NDJSON or CSV, whichever the caller accepts; the latter two have what is said about it in headers.</summary>
internal sealed class TableResult(TableAnswer answer) : IResult
{
    public const string CutHeader = "X-Is-Cut";

    private const string Csv = "text/csv";
    private const string Ndjson = "application/x-ndjson";

    /// <summary>Bytes that are gathered before they are sent.</summary>
    private const int Gathered = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = Json.Options.Encoder };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        response.Headers[QueryStatistics.Header] = answer.Statistics.ToString();
        response.Headers[CompletenessTotals.Header] = answer.Completeness.ToString();
        var accepted = httpContext.Request.GetTypedHeaders().Accept
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.MediaType.Value)
            .FirstOrDefault(type => type is Csv or Ndjson or "application/json" or "*/*");
        if (accepted is Csv or Ndjson)
            response.Headers[CutHeader] = answer.Table.IsCut ? "?1" : "?0";
        response.ContentType = accepted switch { Csv => Csv + "; charset=utf-8", Ndjson => Ndjson, _ => "application/json; charset=utf-8" };
        using var bytes = new MemoryStream(Gathered);
        foreach (var _ in accepted switch { Csv => WriteCsv(bytes), Ndjson => WriteNdjson(bytes), _ => WriteJson(bytes) })
        {
            if (bytes.Length >= Gathered)
                await SendAsync(bytes, httpContext);
        }

        await SendAsync(bytes, httpContext);
    }

    private static async Task SendAsync(MemoryStream bytes, HttpContext context)
    {
        await context.Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context.RequestAborted);
        bytes.SetLength(0);
    }

    /// <summary>Writes and gives a sign after each row.</summary>
    private IEnumerable<bool> WriteJson(MemoryStream bytes)
    {
        using var writer = new Utf8JsonWriter(bytes, Options);
        writer.WriteStartObject();
        writer.WriteString("from", DateTimeOffset.FromUnixTimeSeconds(answer.Range.From).UtcDateTime);
        writer.WriteString("to", DateTimeOffset.FromUnixTimeSeconds(answer.Range.To).UtcDateTime);
        writer.WriteStartArray("columns");
        foreach (var column in answer.Table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", TypeOf(column.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in answer.Table.Rows)
        {
            writer.WriteStartArray();
            foreach (var value in row)
                Write(writer, value);
            writer.WriteEndArray();
            writer.Flush();
            yield return true;
        }

        writer.WriteEndArray();
        writer.WriteBoolean("isCut", answer.Table.IsCut);
        if (answer.IsVectorised is { } isVectorised)
            writer.WriteBoolean("isVectorised", isVectorised);
        writer.WritePropertyName("statistics");
        JsonSerializer.Serialize(writer, answer.Statistics, Json.Options);
        writer.WritePropertyName("completeness");
        JsonSerializer.Serialize(writer, answer.Completeness, Json.Options);
        writer.WriteEndObject();
        writer.Flush();
    }

    private IEnumerable<bool> WriteNdjson(MemoryStream bytes)
    {
        using var writer = new Utf8JsonWriter(bytes, Options);
        foreach (var row in answer.Table.Rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                writer.WritePropertyName(answer.Table.Columns[i].Name);
                Write(writer, row[i]);
            }

            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            bytes.WriteByte((byte)'\n');
            yield return true;
        }
    }

    private IEnumerable<bool> WriteCsv(MemoryStream bytes)
    {
        bytes.Write(Line(answer.Table.Columns.Select(column => column.Name)));
        foreach (var row in answer.Table.Rows)
        {
            bytes.Write(Line(row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")));
            yield return true;
        }
    }

    private static byte[] Line(IEnumerable<string> values) => Encoding.UTF8.GetBytes(string.Join(',', values.Select(CsvCell.Of)) + "\r\n");

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            // JSON has no number for what is infinite.
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static string TypeOf(QueryType type) => type switch { QueryType.Integer => "bigint", QueryType.Real => "double", _ => "varchar" };
}
