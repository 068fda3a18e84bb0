using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Analysis;

internal static class AnalysisFeature
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services) => services.AddSingleton<ReadRecords>();
}
