using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Console;

/// <summary>A file of the console in the coding that the caller likes best, or 304 if it has it; 404 if there is no such file.</summary>
/// <param name="file">Null if there is none.</param>
/// <param name="cacheControl">How long browsers may keep it.</param>
internal sealed class ConsoleResult(ConsoleFile? file, string cacheControl) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ConsoleHeaders.AddTo(httpContext.Response);
        return file is null ? RefuseAsync(httpContext) : SendAsync(httpContext, file);
    }

    /// <summary>Not to be kept: the file may come with the app's next version.</summary>
    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Problem.From(new(StatusCodes.Status404NotFound, "NotFound", "Nothing is served at this path.")).ExecuteAsync(context);
    }

    private async Task SendAsync(HttpContext context, ConsoleFile found)
    {
        var content = ContentCodings.Choose(found.Contents, context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (content.Coding != ContentCodings.Identity)
            headers.ContentEncoding = content.Coding;
        // Answers 304 by itself to whoever has this version, and HEAD without the bytes.
        await Results.Bytes(content.Bytes, found.ContentType, entityTag: new EntityTagHeaderValue(content.ETag)).ExecuteAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status304NotModified)
            headers.Remove(HeaderNames.ContentEncoding);
    }
}
