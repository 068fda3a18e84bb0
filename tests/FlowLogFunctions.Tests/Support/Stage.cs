using System.Net;
using Azure.Core.Pipeline;
using FlowLog.Flows;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Support;

/// <summary>
/// An account with a VPC, a VSwitch and the authorization confirmed, and the app's own capture and ingest under a clock that the test
/// moves; what the queue holds is worked off by the test.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Region = "cn-hangzhou";

    private readonly ApiFixture _api;
    private readonly ServiceProvider _services;

    private Stage(ApiFixture api, ApiClient account, Action<IServiceCollection>? change = null)
    {
        (_api, Account) = (api, account);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<HttpPipelinePolicy>(Kills)
            .AddFlowLogFunctions(api.Get<IConfiguration>());
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ApiClient Account { get; }

    public ManualTime Time { get; } = new(DateTimeOffset.UtcNow);

    public KillPoints Kills { get; } = new();

    public Scope Scope => new(Account.AccountId, Region);

    public string Project => $"stage-{Account.AccountId}";

    public string VpcId { get; private set; } = "";

    public string VSwitchId { get; private set; } = "";

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<Stage> OpenAsync(ApiFixture api)
    {
        var stage = new Stage(api, api.NewAccount());
        stage.VpcId = await stage.MadeAsync("api/vpcs", new { cidrBlock = "10.0.0.0/8" });
        stage.VSwitchId = await stage.MadeAsync("api/vswitches", new { vpcId = stage.VpcId, cidrBlock = "10.0.1.0/24" });
        await stage.Account.CreateProjectAsync("stage");
        (await stage.Account.PostAsync("api/authorization")).Expect(HttpStatusCode.Created);
        return stage;
    }

    /// <summary>The same account, network and time in another process: nothing that was only in memory is there.</summary>
    /// <param name="change">What is otherwise than before, such as settings.</param>
    public Stage Restarted(Action<IServiceCollection>? change = null)
    {
        var other = new Stage(_api, Account, change) { VpcId = VpcId, VSwitchId = VSwitchId };
        other.Time.Now = Time.Now;
        return other;
    }

    /// <summary>The id of a resource that is made of this body.</summary>
    public async Task<string> MadeAsync(string path, object body) =>
        (await Account.PostAsync(path, body)).Expect(HttpStatusCode.Created).Text("id")!;

    public async Task<string> EniAsync(string address, object source, params object[] rules)
    {
        var group = await MadeAsync("api/securitygroups", new { vpcId = VpcId, type = "normal", rules });
        return await MadeAsync("api/enis", new
        {
            vswitchId = VSwitchId,
            securityGroupIds = new[] { group },
            privateIpAddresses = new[] { address },
            trafficSource = source,
        });
    }

    public async Task LogstoreAsync(string name, bool report = true) =>
        (await Account.PostAsync($"api/projects/{Project}/logstores", new { name, report })).Expect(HttpStatusCode.Created);

    /// <summary>The id of a flow log that has become active at the stage's time.</summary>
    public async Task<string> FlowLogAsync(string logstore, string trafficType = "All", int minutes = 1, string type = "VPC", string? resource = null)
    {
        var id = await MadeAsync("api/flowlogs", new
        {
            name = "stage",
            resourceType = type,
            resourceId = resource ?? VpcId,
            trafficType,
            project = Project,
            logstore,
            aggregationInterval = minutes,
        });
        await Get<SettleFlowLog>().RunAsync(Scope, id, default);
        return id;
    }

    public async Task PutCaptureAsync(string eniId, string name, byte[] file, bool shift = false)
    {
        var outcome = await Get<PutCaptureFile>().RunAsync(
            new Caller(Account.AccountId, null, Region), eniId, name, new CaptureUpload(new MemoryStream(file), file.Length, shift, OnlyNew: false), default);
        Assert.Null(outcome.Refusal);
    }

    /// <summary>Hands a file over that must not be there; null if it was taken.</summary>
    public async Task<Refusal?> PutNewCaptureAsync(string eniId, string name, byte[] file) =>
        (await Get<PutCaptureFile>().RunAsync(
            new Caller(Account.AccountId, null, Region), eniId, name, new CaptureUpload(new MemoryStream(file), file.Length, Shift: false, OnlyNew: true), default)).Refusal;

    /// <summary>Moves the clock and runs capture of this account, as the timer does.</summary>
    public Task CaptureAsync(TimeSpan later)
    {
        Time.Now += later;
        return Get<CaptureRun>().RunAsync(Scope, new CaptureTally(), default);
    }

    /// <summary>Takes all messages of this account from the queue.</summary>
    public async Task<IReadOnlyList<byte[]>> MessagesAsync()
    {
        var queue = _api.Get<StorageClients>().Queues.GetQueueClient(QueueNames.Batches);
        var taken = new List<byte[]>();
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (FlowLog.Chunks.BatchMessage.Decode(message.Body.ToArray()).AccountId == Account.AccountId)
                    taken.Add(message.Body.ToArray());
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return taken;
    }

    /// <summary>Removes the stage's own VPC, for tests that bring a network with them.</summary>
    public async Task RemoveNetworkAsync()
    {
        (await Account.DeleteAsync($"api/vswitches/{VSwitchId}")).Expect(HttpStatusCode.NoContent);
        (await Account.DeleteAsync($"api/vpcs/{VpcId}")).Expect(HttpStatusCode.NoContent);
    }

    /// <summary>Settles every flow log of the account.</summary>
    public async Task SettleAllAsync()
    {
        await foreach (var row in Get<FlowLogStore>().AllAsync(Scope, default))
            await Get<SettleFlowLog>().RunAsync(Scope, row.Value.Id, default);
    }

    public async Task IngestAsync()
    {
        foreach (var message in await MessagesAsync())
            await Get<IngestBatch>().RunAsync(message, default);
    }

    public async Task<string> LogstoreIdAsync(string name, string? project = null) =>
        (await Get<LogstoreStore>().FindAsync(Scope, project ?? Project, name, default))!.Value.Id;

    /// <summary>All records of a Logstore, in order.</summary>
    public async Task<IReadOnlyList<FlowRecord>> RecordsAsync(string logstore, string? project = null)
    {
        var scan = new RecordScan(Get<LogstoreTables>(), await LogstoreIdAsync(logstore, project), new TimeRange(0, 253_000_000_000), null, reverse: false);
        var records = new List<FlowRecord>();
        await foreach (var (_, rows, row) in scan.RunAsync(default))
            records.Add(rows[row]);
        return records;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
