using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowLogFunctions.LocalHost.Http;

/// <summary>Arguments of an HTTP function: the request, and by their names the values of its route.</summary>
internal static class RequestValues
{
    public static Func<HttpContext, object?>? Of(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest)) return context => context.Request;
        if (parameter.ParameterType == typeof(string)) return context => context.GetRouteValue(parameter.Name!)?.ToString();
        var converter = TypeDescriptor.GetConverter(parameter.ParameterType);
        return converter.CanConvertFrom(typeof(string)) ? context => Convert(context, parameter, converter) : null;
    }

    /// <exception cref="BadHttpRequestException">The value is not of the parameter's type.</exception>
    private static object? Convert(HttpContext context, ParameterInfo parameter, TypeConverter converter)
    {
        if (context.GetRouteValue(parameter.Name!)?.ToString() is not { Length: > 0 } text) return null;
        try
        {
            return converter.ConvertFromInvariantString(text);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw new BadHttpRequestException($"{parameter.Name} is not valid.", problem);
        }
    }
}
