using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Audit;

internal static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AuditOptions>(configuration, AuditOptions.Section);
        return services.AddSingleton<AuditLog>().AddSingleton<ReadAudit>().AddSingleton<DropOldAudit>();
    }
}
