using FlowLog.Chunks;
using FlowLogFunctions.Audit;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Hosting;

/// <summary>What every HTTP function does the same way: who calls, whether it may, and the outcome as an answer and on record.</summary>
internal sealed partial class Api(Entrance entrance, AuditLog audit, CallTelemetry telemetry, ILogger<Api> log)
{
    /// <summary>Names the request, as its audit record does.</summary>
    public const string RequestIdHeader = "X-Request-Id";

    /// <summary><c>X-Content-Type-Options</c> of every answer: browsers take it for what it says it is.</summary>
    public const string NoSniff = "nosniff";

    /// <summary><c>Cache-Control</c> of what is an account's own.</summary>
    public const string NoStore = "no-store";

    /// <summary>Answers with a resource: 200, or 201 with its place when <paramref name="location"/> is given.</summary>
    public Task<IResult> OneAsync<T>(
        HttpRequest request, Func<Caller, Task<Outcome<Versioned<T>>>> use, CancellationToken cancellation, Func<T, string>? location = null) =>
        RunAsync(request, async caller => (await use(caller)).Is(out var found, out var refusal)
            ? new ResourceResult<T>(found, location?.Invoke(found.Value))
            : Problem.From(refusal), cancellation);

    /// <summary>As above, for a use case that reads the request's JSON body.</summary>
    public Task<IResult> OneAsync<T>(
        HttpRequest request, Func<Caller, BodyReader, Task<Outcome<Versioned<T>>>> use, CancellationToken cancellation, Func<T, string>? location = null) =>
        OneAsync(request, caller => WithBodyAsync(request, caller, use, cancellation), cancellation, location);

    /// <summary>Answers with a value that has no version: 200, or another status.</summary>
    public Task<IResult> ValueAsync<T>(
        HttpRequest request, Func<Caller, Task<Outcome<T>>> use, CancellationToken cancellation, int status = StatusCodes.Status200OK) =>
        RunAsync(request, async caller => (await use(caller)).Is(out var value, out var refusal)
            ? Results.Json(value, Json.Options, statusCode: status)
            : Problem.From(refusal), cancellation);

    /// <summary>As above, for a use case that reads the request's JSON body.</summary>
    public Task<IResult> ValueAsync<T>(
        HttpRequest request, Func<Caller, BodyReader, Task<Outcome<T>>> use, CancellationToken cancellation) =>
        ValueAsync(request, caller => WithBodyAsync(request, caller, use, cancellation), cancellation);

    /// <summary>Answers with a page of a list: reads limit and cursor; <paramref name="use"/> takes the list's own filters first.</summary>
    public Task<IResult> ListAsync<T>(
        HttpRequest request, Func<Caller, QueryReader, PageRequest, Task<Outcome<Page<T>>>> use, CancellationToken cancellation) =>
        ValueAsync(request, caller =>
        {
            var query = new QueryReader(request.Query);
            return use(caller, query, PageRequest.Read(query));
        }, cancellation);

    private static async Task<Outcome<T>> WithBodyAsync<T>(
        HttpRequest request, Caller caller, Func<Caller, BodyReader, Task<Outcome<T>>> use, CancellationToken cancellation)
    {
        if (new QueryReader(request.Query).IsInvalid(out var refusal))
            return refusal;
        return (await RequestBody.ReadAsync(request, cancellation)).Is(out var body, out refusal) ? await use(caller, body) : refusal;
    }

    /// <summary>Answers with nothing when it is done: 204.</summary>
    public Task<IResult> DoneAsync(HttpRequest request, Func<Caller, Task<Refusal?>> use, CancellationToken cancellation) =>
        RunAsync(request, async caller => await use(caller) is { } refusal ? Problem.From(refusal) : Results.NoContent(), cancellation);

    /// <summary>Finds the caller and whether it may, then runs <paramref name="use"/>, and records what changed something or was to. A request
    /// that breaks off, or a storage account that cannot be reached, is a refusal too.</summary>
    public async Task<IResult> RunAsync(HttpRequest request, Func<Caller, Task<IResult>> use, CancellationToken cancellation)
    {
        using var watched = new WatchedCall(request, telemetry);
        Protect(request.HttpContext.Response);
        request.HttpContext.Response.Headers[RequestIdHeader] = AuditLog.RequestIdOf(request);
        ApiCall? call = null;
        try
        {
            var answer = await GuardAsync(async () =>
            {
                if (!(await entrance.AdmitAsync(request, cancellation)).Is(out call, out var refusal))
                    return Problem.From(refusal);
                watched.IsOf(call.Caller);
                return call.Denied is { } denied ? Problem.From(denied) : await use(call.Caller);
            });
            var (status, code) = ((answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK, (answer as ProblemResult)?.Refusal.Code);
            if (call is { Action.Changes: true })
                await audit.WriteAsync(call, request, status, code);
            watched.End(status, code);
            return answer;
        }
        catch when (call is { Action.Changes: true })
        {
            await audit.WriteAsync(call, request, StatusCodes.Status500InternalServerError, "InternalError");
            throw;
        }
    }

    private async Task<IResult> GuardAsync(Func<Task<IResult>> run)
    {
        try
        {
            return await run();
        }
        catch (BadHttpRequestException fault)
        {
            LogBrokenRequest(log, fault.Message);
            return Problem.From(new Refusal(fault.StatusCode, "BrokenRequest", fault.Message));
        }
        catch (ChunkFormatException damage)
        {
            LogDamaged(log, damage);
            return Problem.From(Refusal.Conflict("DataDamaged", $"Records of the Logstore are damaged in storage: {damage.Message}. Ask for a time without them."));
        }
        catch (Exception fault) when (StorageOutage.Is(fault))
        {
            LogOutage(log, fault);
            return Problem.From(new Refusal(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Storage does not answer at the moment; repeat the request later."));
        }
    }

    /// <summary>What is an account's own stays in no cache, and a browser takes no record for a page.</summary>
    private static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = NoStore;
        response.Headers.XContentTypeOptions = NoSniff;
    }

    /// <summary>The version that the caller wants to change, from If-Match; null if any will do.</summary>
    public static string? IfMatch(HttpRequest request) =>
        request.Headers[HeaderNames.IfMatch].ToString() is { Length: > 0 } etag and not "*" ? etag : null;

    /// <summary>Whether the caller wants to make it only if it is not there yet: If-None-Match is a star.</summary>
    public static bool IfNew(HttpRequest request) => request.Headers[HeaderNames.IfNoneMatch] == "*";

    [LoggerMessage(400, LogLevel.Debug, "A request broke off: {Reason}")]
    private static partial void LogBrokenRequest(ILogger logger, string reason);

    [LoggerMessage(402, LogLevel.Error, "Records are damaged.")]
    private static partial void LogDamaged(ILogger logger, Exception damage);

    [LoggerMessage(401, LogLevel.Error, "Storage does not answer.")]
    private static partial void LogOutage(ILogger logger, Exception fault);
}
