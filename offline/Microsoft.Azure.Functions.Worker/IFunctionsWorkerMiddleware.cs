namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Stands between the worker and the app's functions.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
