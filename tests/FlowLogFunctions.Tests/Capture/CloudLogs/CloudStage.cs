using System.Globalization;
using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

/// <summary>A stage with one ENI whose traffic another cloud logs, and a flow log of all of it.</summary>
internal sealed class CloudStage(Stage stage, string mac) : IAsyncDisposable
{
    private static int _macs;

    /// <summary>Twelve upper-case digits that no other stage has.</summary>
    public string Mac => mac;

    public Stage Stage => stage;

    public string FlowLogId { get; private init; } = "";

    public long Now => stage.Time.Seconds;

    public Azure.Storage.Blobs.BlobServiceClient Blobs => stage.Get<StorageClients>().Blobs;

    public static async Task<CloudStage> OpenAsync(ApiFixture api, object source, string trafficType = "All")
    {
        var stage = await Stage.OpenAsync(api);
        // In the middle of the next hour, so that nothing depends on when the test runs.
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(CaptureWindow.Floor(stage.Time.Seconds, 3600) + 5400);
        var mac = string.Create(CultureInfo.InvariantCulture, $"0022480A{Interlocked.Increment(ref _macs):X4}");
        await EniAsync(stage, "10.0.1.10", mac, source);
        await stage.LogstoreAsync("flows");
        return new(stage, mac) { FlowLogId = await stage.FlowLogAsync("flows", trafficType) };
    }

    /// <summary>The id of another ENI with VNet flow logs.</summary>
    public Task<string> EniAsync(string address, string otherMac) => EniAsync(stage, address, otherMac, new { type = "vnet-flow-logs" });

    private static async Task<string> EniAsync(Stage stage, string address, string mac, object source)
    {
        var group = await stage.MadeAsync("api/securitygroups", new { vpcId = stage.VpcId, type = "normal", rules = Array.Empty<object>() });
        return await stage.MadeAsync("api/enis", new
        {
            vswitchId = stage.VSwitchId,
            securityGroupIds = new[] { group },
            privateIpAddresses = new[] { address },
            macAddress = string.Join(':', mac.Chunk(2).Select(pair => new string(pair))),
            trafficSource = source,
        });
    }

    /// <summary>Deactivates the flow log.</summary>
    public async Task EndAsync()
    {
        Assert.Null((await stage.Get<ChangeFlowLogStatus>().DeactivateAsync(Caller, FlowLogId, null, default)).Refusal);
        await stage.SettleAllAsync();
    }

    /// <summary>Activates it again.</summary>
    public async Task ResumeAsync()
    {
        Assert.Null((await stage.Get<ChangeFlowLogStatus>().ActivateAsync(Caller, FlowLogId, null, default)).Refusal);
        await stage.SettleAllAsync();
    }

    private Caller Caller => new(stage.Account.AccountId, null, stage.Scope.Region);

    /// <summary>A tuple of a VNet flow log that ends a flow of this port and these bytes out.</summary>
    public string Tuple(long time, int port, int bytes, char state = 'E') => string.Create(
        CultureInfo.InvariantCulture, $"{time * 1000},10.0.1.10,203.0.113.5,{port},443,6,O,{state},NX,{(bytes > 0 ? 1 : 0)},{bytes},0,0");

    public string Record(params string[] tuples) => AzureLogWriter.Record(mac, "UserRule_web", tuples);

    public Task CaptureAsync(double minutes = 1) => stage.CaptureAsync(TimeSpan.FromMinutes(minutes));

    public async Task<IReadOnlyList<FlowRecord>> RecordsAsync()
    {
        await stage.IngestAsync();
        return await stage.RecordsAsync("flows");
    }

    /// <summary>Source port and bytes of each record of traffic, by port.</summary>
    public async Task<IReadOnlyList<string>> FlowsAsync() =>
    [
        .. (await RecordsAsync()).Where(record => record.Status == LogStatus.Ok)
            .Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Flow.SourcePort}:{record.Bytes}")).Order(StringComparer.Ordinal),
    ];

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}
