using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A Logstore with a flow log of all traffic into it, and as many processes as a test wants, which share nothing but storage.</summary>
internal sealed class LogstoreSite : IAsyncDisposable
{
    public const string FlowLogId = "fl-bp1site0000000000000";
    public const string EniId = "eni-bp1site000000000000";

    private static int _sites;

    private readonly string _storage;
    private readonly List<LogstoreWorker> _workers = [];

    private LogstoreSite(string storage, string accountId) => (_storage, Scope) = (storage, new Scope(accountId, "cn-hangzhou"));

    public Scope Scope { get; }

    public ManualTime Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>The start of an hour that has been over for a while, Unix seconds.</summary>
    public long Hour => CaptureWindow.Floor(Time.Seconds, LogstoreKeys.SecondsPerHour) - (2 * LogstoreKeys.SecondsPerHour);

    public Logstore Logstore { get; private set; } = null!;

    public static async Task<LogstoreSite> OpenAsync(string storage, int ttlDays = 30)
    {
        var site = new LogstoreSite(storage, NewAccountId());
        var worker = site.NewWorker();
        await worker.Get<ControlTable>().CreateAsync(default);
        await worker.Get<MessageQueues>().CreateAsync(QueueNames.Batches, default);
        await site.AddLogstoreAsync(ttlDays);
        return site;
    }

    public LogstoreWorker NewWorker()
    {
        var worker = new LogstoreWorker(_storage, Time);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>A batch as a message.</summary>
    /// <param name="step">With the part its id.</param>
    public byte[] Message(int step, int part, IReadOnlyList<FlowRecord> records, string eniId = EniId) => BatchMessage.Encode(new Batch
    {
        Id = FormattableString.Invariant($"{eniId}-{step:D8}-{part}"),
        AccountId = Scope.AccountId,
        Region = Scope.Region,
        EniId = eniId,
        FlowLogIds = [FlowLogId],
        Chunk = ChunkEncoder.Encode(FlowColumns.Of(records)),
    });

    public async Task ChangeLogstoreAsync(Func<Logstore, Logstore> change)
    {
        Logstore = change(Logstore);
        await _workers[0].Get<ControlTable>().PutAsync(ControlKeys.Partition(Scope), LogstoreStore.Row(Logstore.Project, Logstore.Name), Logstore, default);
    }

    /// <summary>Deletes the Logstore as a caller does.</summary>
    public async Task DeleteLogstoreAsync() =>
        Assert.Null(await _workers[0].Get<DeleteLogstore>().RunAsync(new Caller(Scope.AccountId, null, Scope.Region), Logstore.Project, Logstore.Name, null, default));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
            await worker.DisposeAsync();
    }

    private static string NewAccountId() => (2_000_000_000_000_000 + Interlocked.Increment(ref _sites)).ToString(CultureInfo.InvariantCulture);

    private async Task AddLogstoreAsync(int ttlDays)
    {
        var table = _workers[0].Get<ControlTable>();
        var partition = ControlKeys.Partition(Scope);
        var project = new Project($"site-{Scope.AccountId}", "", Time.Now);
        Logstore = new Logstore(_workers[0].Get<IdSource>().Text(Logstore.IdLength), project.Name, "flows", "", ttlDays, Time.Now, Time.Now, IsTtlChosen: true);
        var flowLog = new FlowLogFunctions.FlowLogs.FlowLog(
            FlowLogId, "site", "", FlowLogResourceType.VPC, "vpc-bp1site", "vpc-bp1site", TrafficType.All, project.Name, Logstore.Name, 1,
            [], null, FlowLogStatus.Active, null, Time.Now, Time.Now, Time.Now);
        await table.AddAsync(partition, ProjectStore.Row(project.Name), project, default);
        await table.AddAsync(partition, LogstoreStore.Row(project.Name, Logstore.Name), Logstore, default);
        await table.AddAsync(partition, FlowLogStore.Row(FlowLogId), flowLog, default);
        await table.PutAsync(ControlKeys.Scopes, partition, Scope, default);
    }
}
