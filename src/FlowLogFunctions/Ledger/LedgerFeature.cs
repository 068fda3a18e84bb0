using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Ledger;

internal static class LedgerFeature
{
    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LedgerOptions>(configuration, LedgerOptions.Section);
        return services
            .AddSingleton<LogstoreCoverage>()
            .AddSingleton<LedgerHours>()
            .AddSingleton<LogstoreLedger>()
            .AddSingleton<ReadCompleteness>();
    }
}
