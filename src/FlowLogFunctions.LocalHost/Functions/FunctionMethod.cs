using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FlowLogFunctions.LocalHost.Functions;

/// <summary>A method marked as function.</summary>
/// <param name="Name">Unique in the app, whatever the case.</param>
/// <param name="Parameter">The parameter that receives what triggered the function.</param>
internal sealed record FunctionMethod(string Name, MethodInfo Method, ParameterInfo Parameter, TriggerBindingAttribute Trigger);
