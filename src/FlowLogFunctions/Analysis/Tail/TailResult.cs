using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>Server-sent events until the tail's time is over. What fails breaks the connection off: the caller connects again with the last id.</summary>
internal sealed partial class TailResult(
    TailRun tail, TailSlots slots, WatchedSending sending, TimeSpan length, TimeProvider time, ILogger log, CancellationToken cancellation) : IResult
{
    private const string ContentType = "text/event-stream";

    /// <summary>How long after its time a tail is cut off whose caller does not read.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var slot = slots.Take();
        if (slot is null)
        {
            var refusal = new Refusal(StatusCodes.Status429TooManyRequests, TailSlots.TooMany, "As many tails are watched as one process serves; try again later.");
            await Problem.From(refusal).ExecuteAsync(httpContext);
            return;
        }

        using var watched = sending;
        sending.Begin();
        using var late = new CancellationTokenSource(length + Grace, time);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, cancellation, late.Token);
        httpContext.Response.ContentType = ContentType;
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            var sent = 0L;
            await foreach (var part in tail.RunAsync(gone.Token))
            {
                await httpContext.Response.Body.WriteAsync(part, gone.Token);
                await httpContext.Response.Body.FlushAsync(gone.Token);
                sending.Sent(tail.Records - sent, part.Length);
                sent = tail.Records;
            }

            sending.End();
        }
        catch (Exception fault)
        {
            if (!gone.IsCancellationRequested)
            {
                sending.Fail(fault);
                LogBrokenOff(log, fault);
            }

            httpContext.Abort();
        }
    }

    [LoggerMessage(441, LogLevel.Error, "A tail is broken off")]
    private static partial void LogBrokenOff(ILogger logger, Exception fault);
}
