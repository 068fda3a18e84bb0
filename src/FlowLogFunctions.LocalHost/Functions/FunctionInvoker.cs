using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost.Functions;

/// <summary>Calls a function whose arguments come from a <typeparamref name="TEvent"/>.</summary>
internal sealed class FunctionInvoker<TEvent>
{
    private readonly ObjectFactory? _instance;
    private readonly MethodInvoker _method;
    private readonly Func<TEvent, CancellationToken, object?>[] _arguments;
    private readonly PropertyInfo? _result;

    /// <param name="bind">Where a parameter's value comes from; null if from nowhere. Cancellation tokens need not be asked for.</param>
    /// <exception cref="StartException">A parameter cannot be bound.</exception>
    public FunctionInvoker(FunctionMethod function, Func<ParameterInfo, Func<TEvent, object?>?> bind)
    {
        var method = function.Method;
        _instance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _method = MethodInvoker.Create(method);
        _arguments = [.. method.GetParameters().Select(parameter => ArgumentOf(function, parameter, bind))];
        _result = method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? type.GetProperty(nameof(Task<object>.Result))
            : null;
    }

    /// <summary>Runs the function on an instance of its own and returns what it returned; null for void and <see cref="Task"/>.</summary>
    public async Task<object?> InvokeAsync(IServiceProvider scope, TEvent trigger, CancellationToken cancellation)
    {
        var instance = _instance?.Invoke(scope, null);
        var arguments = _arguments.Select(argument => argument(trigger, cancellation)).ToArray();
        var returned = _method.Invoke(instance, arguments.AsSpan());
        if (returned is not Task task) return returned;
        await task;
        return _result?.GetValue(task);
    }

    private static Func<TEvent, CancellationToken, object?> ArgumentOf(
        FunctionMethod function, ParameterInfo parameter, Func<ParameterInfo, Func<TEvent, object?>?> bind)
    {
        if (parameter.ParameterType == typeof(CancellationToken)) return (_, cancellation) => cancellation;
        var argument = bind(parameter) ?? throw new StartException(
            $"The function {function.Name} has a parameter {parameter.Name} of type {parameter.ParameterType.Name} that its trigger does not give.");
        return (trigger, _) => argument(trigger);
    }
}
