using System.Text.RegularExpressions;
using FlowLogFunctions.Permissions;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.House;

/// <summary>Keeps the table of actions in step with the functions and with docs/api.md.</summary>
public sealed partial class ApiActionsTests
{
    private static readonly IReadOnlySet<string> WithoutCaller = new HashSet<string> { "GetHealth", "GetOpenApi" };

    [Fact]
    public void EveryFunctionWithACaller_HasItsAction() => Assert.Equal(
        HttpRoute.All.Select(route => route.Function).Where(function => !WithoutCaller.Contains(function)).Distinct().Order(StringComparer.Ordinal),
        ApiActions.ByFunction.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Resources_AreFilledFromTheRoute() => Assert.All(
        HttpRoute.All.Where(route => ApiActions.ByFunction.ContainsKey(route.Function)),
        route => Assert.Subset(
            Braces().Matches(route.Path).Select(match => match.Value).Append("{self}").ToHashSet(),
            Braces().Matches(ApiActions.ByFunction[route.Function].Resource).Select(match => match.Value).ToHashSet()));

    [Fact]
    public void NoAction_BothReadsAndChanges() => Assert.All(
        ApiActions.ByFunction.Values.GroupBy(action => action.Name),
        group => Assert.Single(group.Select(action => action.Changes).Distinct()));

    [Fact]
    public void FunctionsThatGet_ChangeNothing() => Assert.All(
        HttpRoute.All.Where(route => route.Method == "get" && ApiActions.ByFunction.ContainsKey(route.Function)),
        route => Assert.False(ApiActions.ByFunction[route.Function].Changes, route.Function));

    [Fact]
    public void EveryAction_StandsInThePage()
    {
        var page = RepositoryFolder.Read("docs/api.md");
        Assert.All(ApiActions.ByFunction, entry => Assert.Contains(
            $"\n| {entry.Key} | `{entry.Value.Name}` | `{entry.Value.Resource}` | {WhoMay(entry.Value)} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryActionOfABody_StandsInThePage()
    {
        var page = RepositoryFolder.Read("docs/api.md");
        Assert.All(ApiActions.OfBodies, entry => Assert.Contains(
            $"\n| {entry.Key} | `{entry.Value.Name}` | `{entry.Value.Resource}` | when ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void ActionsOfBodies_AreOfFunctionsThatTheTableHas_AndPoliciesCanNameThem()
    {
        Assert.Subset(ApiActions.ByFunction.Keys.ToHashSet(), ApiActions.OfBodies.Select(entry => entry.Key).ToHashSet());
        Assert.Subset(ApiActions.OfPolicies().ToHashSet(), ApiActions.OfBodies.Select(entry => entry.Value.Name).ToHashSet());
        Assert.DoesNotContain(ApiActions.WriteRecords.Name, ApiActions.OfPolicies(readOnly: true));
    }

    private static string WhoMay(ApiAction action) => action.Access switch
    {
        Access.Anyone => "everybody",
        Access.Own => "own, unless denied",
        Access.Primary => "primary account",
        _ => action.Changes ? "policy" : "policy, read only too",
    };

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Braces();
}
