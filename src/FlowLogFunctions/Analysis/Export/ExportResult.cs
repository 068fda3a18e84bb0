using System.IO.Compression;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLogFunctions.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>
/// Records as a file that is sent while it is made. The next ones are read when the caller has taken those before; what fails on the way
/// breaks the connection off, so that nobody takes half a file for whole.
/// </summary>
internal sealed partial class ExportResult(
    IAsyncEnumerable<FlowColumns> records, ExportRequest request, string logstore, CompletenessTotals completeness, ILogger log,
    CancellationToken cancellation) : IResult
{
    /// <summary>Bytes of text that are handed on at once.</summary>
    private const int PartBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, cancellation);
        var response = httpContext.Response;
        response.ContentType = request.ContentType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{request.FileName(logstore)}\"";
        response.Headers[CompletenessTotals.Header] = completeness.ToString();
        await response.Body.FlushAsync(gone.Token);
        await using var gzip = request.IsCompressed ? new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true) : null;
        try
        {
            await WriteAsync(gzip ?? response.Body, gone.Token);
        }
        catch (Exception fault)
        {
            if (!gone.IsCancellationRequested)
                LogBrokenOff(log, logstore, fault);
            // Before the compressed stream gets its end.
            httpContext.Abort();
        }
    }

    private async Task WriteAsync(Stream body, CancellationToken gone)
    {
        var text = new Utf8Text(2 * PartBytes);
        RecordLines.Head(text, FlowFields.All, request.Format);
        await foreach (var rows in records.WithCancellation(gone))
        {
            var lines = new RecordLines(FlowFields.All, rows, request.Format);
            for (var row = 0; row < rows.Count; row++)
            {
                lines.Write(text, row);
                if (text.Bytes.Length >= PartBytes)
                    await PassAsync(text, body, gone);
            }
        }

        await PassAsync(text, body, gone);
    }

    private static async Task PassAsync(Utf8Text text, Stream body, CancellationToken gone)
    {
        await body.WriteAsync(text.Bytes, gone);
        text.Clear();
    }

    [LoggerMessage(440, LogLevel.Error, "The export of the Logstore {Logstore} is broken off")]
    private static partial void LogBrokenOff(ILogger logger, string logstore, Exception fault);
}
