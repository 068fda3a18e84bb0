using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Hosting;

/// <summary>What a caller gets where a function fails: 500 as problem+json, or a cut where its answer has begun.</summary>
internal static partial class FailureAnswer
{
    /// <summary>Runs a part of a function's work, and answers if it throws.</summary>
    public static async Task InsteadAsync(HttpContext http, ILogger log, string function, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault)
        {
            LogFailed(log, fault is AggregateException { InnerExceptions: [var only] } ? only : fault, function);
            await FailAsync(http);
        }
    }

    /// <summary>What was set before goes, but for the request's id.</summary>
    public static async Task FailAsync(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            // An answer that has begun can only be broken off, so that the caller does not take it for whole.
            http.Abort();
            return;
        }

        var id = http.Response.Headers[Api.RequestIdHeader];
        http.Response.Clear();
        if (id.Count > 0)
            http.Response.Headers[Api.RequestIdHeader] = id;
        http.Response.Headers.CacheControl = Api.NoStore;
        http.Response.Headers.XContentTypeOptions = Api.NoSniff;
        await Problem.From(new Refusal(StatusCodes.Status500InternalServerError, "InternalError", "The service failed. Its log says why.")).ExecuteAsync(http);
    }

    [LoggerMessage(411, LogLevel.Error, "The function {Function} failed.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string function);
}
