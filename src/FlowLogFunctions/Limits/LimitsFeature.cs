using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Limits;

internal static class LimitsFeature
{
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LimitOptions>(configuration, LimitOptions.Section);
        return services.AddSingleton<RequestLimits>().AddSingleton<ClientAddress>();
    }
}
