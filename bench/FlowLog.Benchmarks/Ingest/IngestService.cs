using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using FlowLog.Benchmarks.Traffic;
using FlowLogFunctions;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>The app's own services on an Azurite of their own, in memory.</summary>
internal sealed class IngestService : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly ServiceProvider _services;

    private IngestService(Azurite azurite)
    {
        _azurite = azurite;
        Calls = new StorageCalls(azurite.TableEndpoint.Port);
        var settings = new ConfigurationManager { ["AzureWebJobsStorage"] = azurite.ConnectionString };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<HttpPipelinePolicy>(Calls)
            .AddFlowLogFunctions(settings)
            .BuildServiceProvider();
    }

    public StorageCalls Calls { get; }

    public IngestBatch Ingest => _services.GetRequiredService<IngestBatch>();

    public LogstoreTables Tables => _services.GetRequiredService<LogstoreTables>();

    public QueueClient Queue => _services.GetRequiredService<StorageClients>().Queues.GetQueueClient(QueueNames.Batches);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private ControlTable Control => _services.GetRequiredService<ControlTable>();

    public static async Task<IngestService> StartAsync(CancellationToken cancellation)
    {
        var service = new IngestService(await Azurite.StartAsync(AzuriteStore.Memory, cancellation));
        await ActivatorUtilities.CreateInstance<StorageStart>(service._services).StartAsync(cancellation);
        return service;
    }

    /// <summary>Makes a Project, a Logstore with its report on, and a flow log of all traffic into it.</summary>
    /// <param name="number">Names them; each is empty when it is new.</param>
    public async Task<(string FlowLogId, string LogstoreId)> AddFlowLogAsync(int number, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var project = new Project(FormattableString.Invariant($"bench-{number}"), "", now);
        var logstore = LogstoreOf(project.Name, number);
        var flowLog = new FlowLogFunctions.FlowLogs.FlowLog(
            FormattableString.Invariant($"fl-bp1bench{number:D10}"), "bench", "", FlowLogResourceType.VPC, "vpc-bp1bench000000000", "vpc-bp1bench000000000",
            TrafficType.All, project.Name, logstore.Name, 10, [], null, FlowLogStatus.Active, null, now, now, now);
        var partition = ControlKeys.Partition(GeneratedTraffic.Scope);
        await Control.AddAsync(partition, ProjectStore.Row(project.Name), project, cancellation);
        await Control.AddAsync(partition, LogstoreStore.Row(project.Name, logstore.Name), logstore, cancellation);
        await Control.AddAsync(partition, FlowLogStore.Row(flowLog.Id), flowLog, cancellation);
        return (flowLog.Id, logstore.Id);
    }

    /// <summary>Makes a Logstore and its Project.</summary>
    public async Task AddAsync(Logstore logstore, CancellationToken cancellation)
    {
        var partition = ControlKeys.Partition(GeneratedTraffic.Scope);
        await Control.AddAsync(partition, ProjectStore.Row(logstore.Project), new Project(logstore.Project, "", logstore.CreatedAt), cancellation);
        await Control.AddAsync(partition, LogstoreStore.Row(logstore.Project, logstore.Name), logstore, cancellation);
    }

    /// <summary>A Logstore that keeps everything for ever, as the records of the benchmarks are of a fixed hour.</summary>
    public static Logstore LogstoreOf(string project, int number) => new(
        FormattableString.Invariant($"bench{number:D7}"), project, "flows", "", LogServiceLimits.MaxTtlDays, TimeProvider.System.GetUtcNow(),
        TimeProvider.System.GetUtcNow(), IsTtlChosen: true);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
