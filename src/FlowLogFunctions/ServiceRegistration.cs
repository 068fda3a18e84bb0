using System.Security.Cryptography;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Audit;
using FlowLogFunctions.Authorization;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Health;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.Limits;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Network;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Poison;
using FlowLogFunctions.Reports;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Usage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowLogFunctions;

/// <summary>The whole app's services, a line a feature. The Functions worker and the local host call the same method.</summary>
public static class ServiceRegistration
{
    public static IServiceCollection AddFlowLogFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        return services
            .AddStorage(configuration)
            .AddHosting(configuration)
            .AddObservability(configuration)
            .AddHealth(configuration)
            .AddLimits(configuration)
            .AddAudit(configuration)
            .AddAccounts(configuration)
            .AddAuthorizationOfAccounts()
            .AddLogService()
            .AddNetwork()
            .AddFlowLogs(configuration)
            .AddCapture(configuration)
            .AddIngest(configuration)
            .AddMerging()
            .AddRollUps()
            .AddLedger(configuration)
            .AddPoison()
            .AddAnalysis(configuration)
            .AddReports()
            .AddUsage(configuration);
    }
}
