using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Usage;

internal static class UsageFeature
{
    public static IServiceCollection AddUsage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PriceOptions>(configuration, PriceOptions.Section);
        services.AddSettings<EstimateOptions>(configuration, EstimateOptions.Section);
        return services
            .AddSingleton<UsageStore>()
            .AddSingleton<MeterLogstores>()
            .AddSingleton<ReadUsage>()
            .AddSingleton<LoggedTraffic>()
            .AddSingleton<TrafficProbe>()
            .AddSingleton<EstimateFlowLog>();
    }
}
