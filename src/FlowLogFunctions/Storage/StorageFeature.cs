using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Storage;

internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CloudLogOptions>(configuration, CloudLogOptions.Section);
        return services
            .AddSetting(() => StorageConnection.Find(configuration) is not null, StorageConnection.Lacking)
            .AddSingleton(_ => StorageConnection.From(configuration))
            .AddSingleton<StorageClients>()
            .AddSingleton<ControlTable>()
            .AddSingleton<ControlGuard>()
            .AddSingleton<MessageQueues>()
            .AddSingleton<LogstoreTables>()
            .AddSingleton<AuditTables>()
            .AddSingleton<LogstoreAggregates>()
            .AddSingleton<LogstoreRollUps>()
            .AddSingleton<LogstoreChunks>()
            .AddSingleton<LogstoreStatements>()
            .AddSingleton<PoisonQueues>()
            .AddSingleton<QueueDepths>()
            .AddSingleton<LogstoreMerges>()
            .AddSingleton<CaptureFiles>()
            .AddSingleton<CloudLogBlobs>()
            .AddSingleton<StorageProbe>()
            .AddSingleton<IdSource>()
            .AddHostedService<StorageStart>();
    }
}
