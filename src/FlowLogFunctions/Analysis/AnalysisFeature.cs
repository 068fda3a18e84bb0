using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Analysis.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Analysis;

internal static class AnalysisFeature
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnalysisOptions>()
            .Bind(configuration.GetSection(AnalysisOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<ReadRecords>()
            .AddSingleton<OpenedChunks>()
            .AddSingleton<KnownHours>()
            .AddSingleton<QueryTurns>()
            .AddSingleton<AnalyseLogstore>()
            .AddSingleton<ReadHistogram>()
            .AddSingleton<ReadTop>()
            .AddSingleton<ReadGroups>();
    }
}
