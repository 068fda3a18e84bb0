using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Extensions.Hosting;

/// <summary>What stands between the worker and the app's functions.</summary>
public static class MiddlewareWorkerApplicationBuilderExtensions
{
    /// <summary>Without a worker there is nothing to stand before.</summary>
    public static FunctionsApplicationBuilder UseMiddleware<T>(this FunctionsApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware => builder;
}
