using Azure.Core.Pipeline;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A process of the app: its own memory, and storage that fails as it is told.</summary>
internal sealed class LogstoreWorker : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public LogstoreWorker(string storage, TimeProvider time) => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(time)
        .AddSingleton<HttpPipelinePolicy>(Faults)
        .AddFlowLogFunctions(new ConfigurationManager { ["AzureWebJobsStorage"] = storage })
        .BuildServiceProvider();

    public FaultInjector Faults { get; } = new();

    public LogstoreTables Tables => Get<LogstoreTables>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Takes a message as the queue gives it: again until somebody is done with it. How often somebody was not.</summary>
    public async Task<int> IngestAsync(byte[] message)
    {
        for (var failed = 0; ; failed++)
        {
            if (await SurvivesAsync(() => Get<IngestBatch>().RunAsync(message, default)))
                return failed;
        }
    }

    /// <summary>Merges one shard of an hour; false if the worker died of it, or storage was away for too long.</summary>
    public Task<bool> MergeAsync(string logstoreId, long hour, int shard) =>
        SurvivesAsync(() => Get<PartitionMerge>().RunAsync(logstoreId, hour, shard, default));

    /// <summary>Merges all of an hour that can be merged.</summary>
    public async Task MergeAsync(string logstoreId, long hour)
    {
        for (var shard = 0; shard < LogstoreKeys.Shards; shard++)
            Assert.True(await MergeAsync(logstoreId, hour, shard));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Whether work came to its end in spite of the faults; every other exception is the test's.</summary>
    public static async Task<bool> SurvivesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception fault) when (IsInjected(fault))
        {
            return false;
        }
    }

    private static bool IsInjected(Exception fault) => fault is WorkerKilledException || StorageOutage.Is(fault)
        || (fault is AggregateException all && all.InnerExceptions.All(IsInjected)) || fault is IOException;
}
