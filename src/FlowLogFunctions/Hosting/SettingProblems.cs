using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Hosting;

/// <summary>What keeps the app from starting, where it is its settings.</summary>
internal static class SettingProblems
{
    /// <summary>All that is wrong with them, each once; none if the fault is another.</summary>
    public static IReadOnlyList<string> In(Exception fault) => [.. All(fault).Distinct()];

    private static IEnumerable<string> All(Exception fault) => fault switch
    {
        OptionsValidationException invalid => invalid.Failures,
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) => several.InnerExceptions.SelectMany(All),
        _ => [],
    };
}
