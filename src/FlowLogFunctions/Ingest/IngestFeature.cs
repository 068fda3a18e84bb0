using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Ingest;

internal static class IngestFeature
{
    public static IServiceCollection AddIngest(this IServiceCollection services) => services
        .AddSingleton<Deliveries>()
        .AddSingleton<IngestBatch>();
}
