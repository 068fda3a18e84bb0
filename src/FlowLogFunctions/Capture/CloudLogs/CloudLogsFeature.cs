using FlowLogFunctions.Network;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Capture.CloudLogs;

internal static class CloudLogsFeature
{
    public static IServiceCollection AddCloudLogs(this IServiceCollection services) => services
        .AddSingleton<AzureLogList>()
        .AddSingleton<AwsLogList>()
        .AddSingleton<ITrafficSource>(provider => Azure(provider, TrafficSourceType.VNetFlowLogs))
        .AddSingleton<ITrafficSource>(provider => Azure(provider, TrafficSourceType.NsgFlowLogs))
        .AddSingleton<ITrafficSource, AwsLogSource>();

    private static AzureLogSource Azure(IServiceProvider services, TrafficSourceType type) =>
        ActivatorUtilities.CreateInstance<AzureLogSource>(services, type);
}
