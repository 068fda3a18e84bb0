using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>A resource with its ETag; with its place when it was just created.</summary>
internal sealed class ResourceResult<T>(Versioned<T> found, string? location) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = found.ETag;
        if (location is not null)
            httpContext.Response.Headers.Location = location;
        return Results.Json(found.Value, Json.Options, statusCode: StatusCode).ExecuteAsync(httpContext);
    }
}
