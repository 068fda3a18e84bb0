using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Merging;

internal static class MergingFeature
{
    public static IServiceCollection AddMerging(this IServiceCollection services) => services
        .AddSingleton<HourNotes>()
        .AddSingleton(typeof(QuietHours<>))
        .AddSingleton<PartitionMerge>()
        .AddSingleton<KeepHours>();
}
