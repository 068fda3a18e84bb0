using System.Diagnostics;
using FlowLogFunctions.Observability;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>One request from its entrance to its answer, traced and counted. What ends without an answer failed, or its caller has left.</summary>
internal sealed class WatchedCall : IDisposable
{
    /// <summary>What proxies note of a caller that left before it was answered.</summary>
    private const int CallerLeft = 499;

    private readonly CallTelemetry _telemetry;
    private readonly CancellationToken _gone;
    private readonly string _function;
    private readonly Activity? _activity;
    private (int Status, string? Code)? _answer;

    public WatchedCall(HttpRequest request, CallTelemetry telemetry)
    {
        (_telemetry, _gone) = (telemetry, request.HttpContext.RequestAborted);
        _function = request.HttpContext.GetEndpoint()?.DisplayName ?? "unknown";
        _activity = Traces.Start(_function)?.SetTag("flowlog.function", _function);
    }

    /// <summary>Whose call it is, once that is known.</summary>
    public void IsOf(Caller caller) => _activity.Of(caller.Scope);

    /// <param name="code">Of the refusal; null if there is none.</param>
    public void End(int status, string? code) => _answer = (status, code);

    public void Dispose()
    {
        var (status, code) = _answer ?? (_gone.IsCancellationRequested ? (CallerLeft, "caller left") : (StatusCodes.Status500InternalServerError, "InternalError"));
        _telemetry.Answered(_function, status);
        if (status >= StatusCodes.Status400BadRequest)
            _telemetry.Refused(status, code ?? "none");
        // Application Insights drops the common name of it where an activity is no request.
        _activity?.SetTag("flowlog.status", status);
        if (code is not null)
            _activity?.SetTag("flowlog.code", code);
        if (status >= StatusCodes.Status500InternalServerError)
            _activity?.Fail(code ?? "none");
        _activity?.Dispose();
    }
}
