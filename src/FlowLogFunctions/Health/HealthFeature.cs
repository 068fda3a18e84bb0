using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Health;

internal static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<HealthOptions>(configuration, HealthOptions.Section);
        return services.AddSingleton<HealthNotes>().AddSingleton<ReadHealth>();
    }
}
