using System.Text.RegularExpressions;
using FlowLog.Flows;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.House;

/// <summary>Keeps docs/api.md in step with the app.</summary>
public sealed partial class ApiPageTests
{
    private static readonly string Page = RepositoryFolder.Read("docs/api.md");

    [Fact]
    public void EveryRoute_StandsInThePage() => Assert.Equal(
        HttpRoute.All.Select(route => $"{route.Method.ToUpperInvariant()} {route.Path}").Order(StringComparer.Ordinal),
        RouteRow().Matches(Page).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void FieldsOfRecords_StandInThePage_WithTheirOrderAndKind() => Assert.Equal(
        FlowFields.All.Select(field => (field.Name, field.OfTraffic)),
        FieldRow().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value == "yes")));

    [Fact]
    public void EveryCodeOfTheSources_StandsInTheTables() => Assert.Subset(CodesOfThePage(), RefusalCodes.InSources.ToHashSet());

    [Fact]
    public void EveryCodeOfTheTables_IsInTheSources() => Assert.Subset(RefusalCodes.InSources.ToHashSet(), CodesOfThePage());

    [Fact]
    public void EveryCodeOfTheOpenApiDocument_StandsInTheTables() => Assert.Subset(CodesOfThePage(), CodesOfTheDocument().ToHashSet());

    [Fact]
    public void CodesOfSources_AreFound() => Assert.Superset(
        new HashSet<string> { "InvalidParameter", "NotFound", "Malformed", "InvalidPrivateIpAddress.Reserved", "OperationDenied", "DependencyViolation" },
        RefusalCodes.InSources.ToHashSet());

    private static HashSet<string> CodesOfThePage() =>
        [.. CodeTable().Matches(Page).SelectMany(table => FirstCell().Matches(table.Value)).SelectMany(cell => Code().Matches(cell.Value)).Select(code => code.Groups[1].Value)];

    private static IEnumerable<string> CodesOfTheDocument() =>
        from operation in Operation.All
        from status in operation.Statuses
        let response = operation.Response(status)
        from list in new[] { "x-codes", "x-error-codes" }
        where response.TryGetProperty(list, out _)
        from code in response.GetProperty(list).EnumerateArray()
        select code.GetString()!;

    [GeneratedRegex(@"^\| `([A-Z]+ /api/[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex RouteRow();

    [GeneratedRegex(@"^\| `([a-z_-]+)` \| ?(yes)? ?\| .* \|$", RegexOptions.Multiline)]
    private static partial Regex FieldRow();

    /// <summary>A table whose first column is called Code.</summary>
    [GeneratedRegex(@"^\| Code \|.*\n(?:\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex CodeTable();

    [GeneratedRegex(@"^\|[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
