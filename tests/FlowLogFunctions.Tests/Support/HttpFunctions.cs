using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Serves the app's HTTP functions on ASP.NET Core's routes.</summary>
internal static class HttpFunctions
{
    public static void Map(WebApplication app)
    {
        foreach (var method in typeof(ServiceRegistration).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance)))
        {
            var trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null);
            if (method.GetCustomAttribute<FunctionAttribute>() is not null && trigger is not null)
                app.MapMethods(trigger.Route!, trigger.Methods!.Select(name => name.ToUpperInvariant()), context => RunAsync(method, context));
        }
    }

    private static async Task RunAsync(MethodInfo method, HttpContext context)
    {
        var function = ActivatorUtilities.CreateInstance(context.RequestServices, method.DeclaringType!);
        object?[] arguments = [.. method.GetParameters().Select(parameter => Bind(parameter, context))];
        var result = await (Task<IResult>)method.Invoke(function, arguments)!;
        await result.ExecuteAsync(context);
    }

    private static object? Bind(ParameterInfo parameter, HttpContext context) =>
        parameter.ParameterType == typeof(HttpRequest) ? context.Request
        : parameter.ParameterType == typeof(CancellationToken) ? context.RequestAborted
        : context.Request.RouteValues[parameter.Name!];
}
