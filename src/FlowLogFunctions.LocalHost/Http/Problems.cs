using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.LocalHost.Http;

/// <summary>The host's own answers, as application/problem+json like the functions' own.</summary>
internal static class Problems
{
    public static Task NotFoundAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "NotFound", "Nothing is served at this path.");

    /// <summary>The Allow header is routing's.</summary>
    public static Task MethodNotAllowedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "This path does not take that method.");

    public static Task BadRequestAsync(HttpContext context, int status, string detail) => WriteAsync(context, status, "BadRequest", detail);

    public static Task StoppingAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Stopping", "The service stops.");

    private static Task WriteAsync(HttpContext context, int status, string code, string detail)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(context);
    }
}
