using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>
/// The host's own routes to functions: routes of ASP.NET Core's first router, fixed parts before parameters, that look at path and method only.
/// A path that no function has, and a method that a path lacks, are both 404.
/// </summary>
internal static class FunctionRoutes
{
    /// <param name="serve">Serves a request with a function; its route values are in the request.</param>
    public static IRouter Of(IEnumerable<HostedFunction> functions, IInlineConstraintResolver constraints, Func<HttpContext, HostedFunction, Task> serve)
    {
        var routes = functions.Where(function => function.Trigger == "httpTrigger").Select(function => new Route(
            new RouteHandler(context => serve(context, function)),
            function.Name,
            function.Route is { Length: > 0 } route ? route : function.Name,
            new RouteValueDictionary(),
            new Dictionary<string, object> { ["httpMethod"] = new HttpMethodRouteConstraint(function.Methods) },
            new RouteValueDictionary(),
            constraints));
        var collection = new RouteCollection();
        foreach (var route in routes.OrderBy(route => route.ParsedTemplate, Comparer<RouteTemplate>.Create(Compare)))
            collection.Add(route);
        return collection;
    }

    private static int Compare(RouteTemplate one, RouteTemplate other)
    {
        foreach (var (mine, its) in one.Segments.Zip(other.Segments, (mine, its) => (mine.Parts[0], its.Parts[0])))
        {
            var order = (mine.IsParameter, its.IsParameter) switch
            {
                (false, true) => -1,
                (true, false) => 1,
                (true, true) => its.InlineConstraints.Count() - mine.InlineConstraints.Count(),
                _ => string.Compare(mine.Text, its.Text, StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0)
                return order;
        }

        return other.Segments.Count - one.Segments.Count;
    }
}
