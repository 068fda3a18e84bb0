using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The request of an HTTP function's invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>None: an offline build has no worker, and so no invocation by one.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) => null;
}
