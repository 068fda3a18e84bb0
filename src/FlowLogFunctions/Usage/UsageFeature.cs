using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Usage;

internal static class UsageFeature
{
    public static IServiceCollection AddUsage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PriceOptions>().Bind(configuration.GetSection(PriceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EstimateOptions>().Bind(configuration.GetSection(EstimateOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<UsageStore>()
            .AddSingleton<MeterLogstores>()
            .AddSingleton<ReadUsage>()
            .AddSingleton<LoggedTraffic>()
            .AddSingleton<TrafficProbe>()
            .AddSingleton<EstimateFlowLog>();
    }
}
