using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Hosting;

/// <summary>
/// What the local host does by itself, under the Functions worker: a function that throws is 500 as problem+json, and an answer that breaks off is
/// cut, so that nobody takes it for whole. The worker alone would end both as if they were done.
/// </summary>
internal sealed partial class WorkerAnswers(ILogger<WorkerAnswers> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var (function, routed) = (context.FunctionDefinition.Name, http.GetEndpoint()?.DisplayName);
        if (routed != function)
        {
            LogOtherFunction(log, function, routed);
            context.GetInvocationResult().Value = Problem.From(new Refusal(StatusCodes.Status404NotFound, "NotFound", "Nothing is served at this path."));
            return;
        }

        await FailureAnswer.InsteadAsync(http, log, function, async () =>
        {
            await next(context);
            var result = context.GetInvocationResult();
            if (result.Value is IResult answer)
                result.Value = new WatchedAnswer(answer, function, log);
        });
    }

    /// <summary>Permissions hang on the function that the worker's routes find, so it must be the one that the host has chosen.</summary>
    [LoggerMessage(412, LogLevel.Warning, "The host asks for the function {Function}; by its address the request is for {Routed}.")]
    private static partial void LogOtherFunction(ILogger logger, string function, string? routed);
}
