using System.IO.Compression;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLogFunctions.Hosting;
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
    IAsyncEnumerable<FlowColumns> records, ExportRequest request, string logstore, CompletenessTotals completeness, WatchedSending sending, ILogger log,
    CancellationToken cancellation) : IResult
{
    /// <summary>Bytes of text that are handed on at once.</summary>
    private const int PartBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var watched = sending;
        sending.Begin();
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
            sending.End();
        }
        catch (Exception fault)
        {
            if (!gone.IsCancellationRequested)
            {
                sending.Fail(fault);
                LogBrokenOff(log, logstore, fault);
            }

            // Before the compressed stream gets its end.
            httpContext.Abort();
        }
    }

    private async Task WriteAsync(Stream body, CancellationToken gone)
    {
        var text = new Utf8Text(2 * PartBytes);
        var written = 0;
        RecordLines.Head(text, FlowFields.All, request.Format);
        await foreach (var rows in records.WithCancellation(gone))
        {
            var lines = new RecordLines(FlowFields.All, rows, request.Format);
            for (var row = 0; row < rows.Count; row++)
            {
                lines.Write(text, row);
                written++;
                if (text.Bytes.Length < PartBytes)
                    continue;
                await PassAsync(text, written, body, gone);
                written = 0;
            }
        }

        await PassAsync(text, written, body, gone);
    }

    private async Task PassAsync(Utf8Text text, int records, Stream body, CancellationToken gone)
    {
        await body.WriteAsync(text.Bytes, gone);
        sending.Sent(records, text.Bytes.Length);
        text.Clear();
    }

    [LoggerMessage(440, LogLevel.Error, "The export of the Logstore {Logstore} is broken off")]
    private static partial void LogBrokenOff(ILogger logger, string logstore, Exception fault);
}
