using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLog.Printing;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Audit;

/// <summary>A page of audit records as JSON, NDJSON or CSV, whichever the caller accepts; the cursor of the latter two is a header.</summary>
internal sealed class AuditResult(Page<AuditRecord> page) : IResult
{
    private const string Csv = "text/csv";
    private const string Ndjson = "application/x-ndjson";
    private const string Columns = "eventId,time,accountId,userName,accessKeyId,sourceAddress,userAgent,action,resource,region,requestId,outcome,status,code";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var accepted = httpContext.Request.GetTypedHeaders().Accept
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.MediaType.Value)
            .FirstOrDefault(type => type is Csv or Ndjson or "application/json" or "*/*");
        httpContext.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        if (page.Cursor is not null)
            httpContext.Response.Headers[RecordsResult.CursorHeader] = page.Cursor;
        return accepted switch
        {
            Csv => Results.Text(string.Concat(page.Items.Select(CsvLine).Prepend(Columns + "\r\n")), Csv, Encoding.UTF8).ExecuteAsync(httpContext),
            Ndjson => Results.Text(string.Concat(page.Items.Select(record => JsonSerializer.Serialize(record, Json.Options) + "\n")), Ndjson).ExecuteAsync(httpContext),
            _ => Results.Json(page, Json.Options).ExecuteAsync(httpContext),
        };
    }

    private static string CsvLine(AuditRecord record) => string.Join(',', new[]
    {
        record.EventId, record.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), record.AccountId, record.UserName, record.AccessKeyId,
        record.SourceAddress, record.UserAgent, record.Action, record.Resource, record.Region, record.RequestId, record.Outcome.ToString(),
        record.Status.ToString(CultureInfo.InvariantCulture), record.Code,
    }.Select(text => CsvCell.Of(text ?? ""))) + "\r\n";
}
