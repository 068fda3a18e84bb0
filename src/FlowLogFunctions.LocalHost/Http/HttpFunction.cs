using FlowLogFunctions.Hosting;
using FlowLogFunctions.LocalHost.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Http;

/// <summary>Serves requests with a function.</summary>
internal sealed partial class HttpFunction(FunctionMethod function, Grace grace, ILogger logger)
{
    private readonly FunctionInvoker<HttpContext> _invoker = new(function, RequestValues.Of);

    /// <summary>The function's token is cancelled when the client goes, or when the host stops and its grace is over.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, grace.Over);
        try
        {
            var result = await _invoker.InvokeAsync(context.RequestServices, context, source.Token);
            await WriteAsync(context, result, source.Token);
        }
        catch (BadHttpRequestException problem) when (!context.Response.HasStarted)
        {
            await Problems.BadRequestAsync(context, problem.StatusCode, problem.Message);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (OperationCanceledException) when (grace.Over.IsCancellationRequested && !context.Response.HasStarted)
        {
            await Problems.StoppingAsync(context);
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name);
            await FailureAnswer.FailAsync(context);
        }
    }

    private static Task WriteAsync(HttpContext context, object? result, CancellationToken cancellation) => result switch
    {
        null => Task.CompletedTask,
        IResult direct => direct.ExecuteAsync(context),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new())),
        _ => context.Response.WriteAsJsonAsync(result, result.GetType(), cancellation),
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 910, Level = LogLevel.Error, Message = "The function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
