using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.FlowLogs;

internal static class FlowLogsFeature
{
    public static IServiceCollection AddFlowLogs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<FlowLogQuotaOptions>(configuration, FlowLogQuotaOptions.Section)
            .Validate(
                options => options.FlowLogsPerRegion is >= 1 and <= FlowLogQuotaOptions.Most,
                FormattableString.Invariant($"{FlowLogQuotaOptions.Section}:FlowLogsPerRegion must be a whole number from 1 to {FlowLogQuotaOptions.Most}"));
        return services
            .AddSingleton<FlowLogStore>()
            .AddSingleton<EndedFlowLogs>()
            .AddSingleton<FlowLogResources>()
            .AddSingleton<FlowLogDelivery>()
            .AddSingleton<DeliveryHealthStore>()
            .AddSingleton<DeliveryWatermark>()
            .AddSingleton<MeasureDelivery>()
            .AddSingleton<FlowLogChanges>()
            .AddSingleton<CreateFlowLogChecks>()
            .AddSingleton<CreateFlowLog>()
            .AddSingleton<DescribeFlowLogs>()
            .AddSingleton<ModifyFlowLog>()
            .AddSingleton<ChangeFlowLogStatus>()
            .AddSingleton<SettleFlowLog>()
            .AddSingleton<RepairFlowLogs>();
    }
}
