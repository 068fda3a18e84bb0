using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Poison;

internal static class PoisonFeature
{
    public static IServiceCollection AddPoison(this IServiceCollection services) => services
        .AddSingleton<PoisonTurns>()
        .AddSingleton<ListPoison>()
        .AddSingleton<RedrivePoison>()
        .AddSingleton<NoteLostBatches>();
}
