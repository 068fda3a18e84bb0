using System.Text.RegularExpressions;
using FlowLogFunctions.LocalHost.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Http;

/// <summary>Maps HTTP functions to their routes. Keys of functions are not asked for, as <c>func</c> does not locally.</summary>
internal static partial class HttpFunctions
{
    public static void MapFunctions(this WebApplication app, FunctionCatalog functions, string routePrefix)
    {
        var logger = app.Services.GetRequiredService<ILogger<HttpFunction>>();
        var grace = app.Services.GetRequiredService<Grace>();
        app.Use(AnswerUnserved);
        app.UseRouting();
        foreach (var (function, trigger) in functions.With<HttpTriggerAttribute>())
        {
            var served = new HttpFunction(function, grace, logger);
            var route = string.Join('/', new[] { routePrefix.Trim('/'), Path(trigger.Route ?? function.Name) }.Where(part => part.Length > 0));
            var endpoint = trigger.Methods is { Length: > 0 } methods
                ? app.MapMethods(route, methods.Select(method => method.ToUpperInvariant()), served.ServeAsync)
                : app.Map(route, served.ServeAsync);
            endpoint.WithMetadata(function).WithDisplayName(function.Name);
        }
    }

    /// <summary>Without the parameter that holds no letter: routing looks at the method before it looks at that, and any path would be 405.</summary>
    private static string Path(string route) => EmptyParameter().Replace(route, "");

    private static async Task AnswerUnserved(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.GetEndpoint()?.Metadata.GetMetadata<FunctionMethod>() is not null) return;
        if (context.Response.StatusCode == StatusCodes.Status404NotFound) await Problems.NotFoundAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed) await Problems.MethodNotAllowedAsync(context);
    }

    [GeneratedRegex(@"\{\w+:maxlength\(0\)\?\}")]
    private static partial Regex EmptyParameter();
}
