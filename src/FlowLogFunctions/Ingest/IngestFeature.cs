using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Ingest;

internal static class IngestFeature
{
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<IngestOptions>(configuration, IngestOptions.Section);
        return services
            .AddSingleton<Deliveries>()
            .AddSingleton<IngestBatch>();
    }
}
