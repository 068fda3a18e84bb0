using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Analysis.Hits;
using FlowLogFunctions.Analysis.Language;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Analysis;

internal static class AnalysisFeature
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AnalysisOptions>(configuration, AnalysisOptions.Section);
        services.AddSettings<TailOptions>(configuration, TailOptions.Section);
        return services
            .AddSingleton<ReadRecords>()
            .AddSingleton<ExportRecords>()
            .AddSingleton<TailSlots>()
            .AddSingleton<TailRecords>()
            .AddSingleton<OpenedChunks>()
            .AddSingleton<QueryTurns>()
            .AddSingleton<QueryGate>()
            .AddSingleton<LogstoreWork>()
            .AddSingleton<AnalyseLogstore>()
            .AddSingleton<RunQuery>()
            .AddSingleton<ReadHistogram>()
            .AddSingleton<ReadTop>()
            .AddSingleton<ReadGroups>()
            .AddSingleton<CheckQuery>()
            .AddSingleton<GroupMembers>()
            .AddSingleton<VpcLogstores>()
            .AddSingleton<ReadRuleHits>();
    }
}
