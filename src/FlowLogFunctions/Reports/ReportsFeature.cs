using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Reports;

internal static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportSource>()
        .AddSingleton<ReadDashboard>()
        .AddSingleton<ListReports>()
        .AddSingleton<ReadReport>();
}
