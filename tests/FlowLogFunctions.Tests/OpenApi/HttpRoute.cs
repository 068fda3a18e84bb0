using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Tests.OpenApi;

/// <summary>What an HTTP function of the API serves; the console's files are no part of it.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Method">In lower case.</param>
/// <param name="Path">With a slash first, and route parameters in braces.</param>
internal sealed record HttpRoute(string Function, string Method, string Path)
{
    public static IReadOnlyList<HttpRoute> All { get; } =
    [
        .. from type in typeof(ServiceRegistration).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           where trigger.Route!.StartsWith("api/", StringComparison.Ordinal)
           from verb in trigger.Methods!
           select new HttpRoute(function.Name, verb.ToLowerInvariant(), "/" + trigger.Route),
    ];
}
