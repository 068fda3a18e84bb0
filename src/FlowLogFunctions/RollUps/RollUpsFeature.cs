using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.RollUps;

internal static class RollUpsFeature
{
    public static IServiceCollection AddRollUps(this IServiceCollection services) => services
        .AddSingleton<HourRollUp>()
        .AddSingleton<DayRollUp>()
        .AddSingleton<RefreshHours>()
        .AddSingleton<ReadAggregates>();
}
