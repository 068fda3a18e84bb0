using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FlowLogFunctions.LocalHost.Functions;

/// <summary>The functions of an app, found by their attributes.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<FunctionMethod> functions)
{
    /// <exception cref="StartException">A name is used twice, or a function has no trigger or several.</exception>
    public static FunctionCatalog Of(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(FunctionOf)
            .OfType<FunctionMethod>()
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var twice in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            throw new StartException($"The function name {twice.Key} is used {twice.Count()} times.");
        return new FunctionCatalog(functions);
    }

    /// <summary>The functions that a trigger of this kind starts.</summary>
    public IEnumerable<(FunctionMethod Function, TTrigger Trigger)> With<TTrigger>() where TTrigger : TriggerBindingAttribute =>
        functions.Where(function => function.Trigger is TTrigger).Select(function => (function, (TTrigger)function.Trigger));

    private static FunctionMethod? FunctionOf(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { Name: var name }) return null;
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>().Select(trigger => (parameter, trigger)))
            .ToList();
        return triggers is [var (parameter, trigger)]
            ? new(name, method, parameter, trigger)
            : throw new StartException($"The function {name} needs one trigger and has {triggers.Count}.");
    }
}
