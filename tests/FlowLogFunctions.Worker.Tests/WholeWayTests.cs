using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using FlowLogFunctions.Tests.Support;
using FlowLogFunctions.Worker.Tests.Host;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Traffic becomes records: calls, timers and messages as the host sends them.</summary>
[Collection(WorkerCollection.Name)]
public sealed class WholeWayTests(AppUnderTest app)
{
    private const int Packets = 20;

    [Fact]
    public async Task CaptureFile_BecomesRecordsThatAreReadQueriedExportedAndTailed()
    {
        var logstore = await MakeFlowLogAsync("whole-way", "192.168.0.0/16", "192.168.1.0/24", "192.168.1.10");

        var records = await app.Client.GetAsync($"{logstore}/records?limit=1000").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(Packets, records.GetProperty("items").GetArrayLength());

        var sql = "* | SELECT count(*) AS n, sum(bytes) AS b";
        var answer = await app.Client.PostAsJsonAsync($"{logstore}/query", new { query = sql }).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains($"{Packets}", answer.GetRawText());

        Assert.Equal(Packets + 1, await ExportedLinesAsync(logstore));
        Assert.Equal(Packets, await TailedAsync(logstore));
    }

    [Fact]
    public async Task MessageThatCannotBeRead_FailsItsInvocation()
    {
        var queue = app.Host.Function("SettleFlowLog");
        var message = Azure.Storage.Queues.Models.QueuesModelFactory.QueueMessage("1", "receipt", "no change", 1, null, null, null);

        var answer = await app.Host.DeliverAsync(queue, message);

        Assert.Equal(StatusResult.Types.Status.Failure, answer.Result.Status);
        Assert.Contains("The message", answer.Result.Exception.Message);
    }

    [Fact]
    public async Task EveryTimer_Runs()
    {
        foreach (var timer in app.Host.Functions.Where(function => function.Trigger == "timerTrigger"))
        {
            var answer = await app.Host.FireAsync(timer.Name);
            Assert.True(answer.Result.Status == StatusResult.Types.Status.Success, $"{timer.Name}: {answer.Result.Exception?.Message}");
        }
    }

    /// <summary>A flow log over one ENI whose capture file has been read to the end. Answers the path of its Logstore.</summary>
    private async Task<string> MakeFlowLogAsync(string project, string vpcBlock, string block, string address)
    {
        var api = app.Client;
        var vpc = await api.MakeAsync("/api/vpcs", new { cidrBlock = vpcBlock });
        var vswitch = await api.MakeAsync("/api/vswitches", new { vpcId = vpc, cidrBlock = block });
        var group = await api.MakeAsync("/api/securitygroups", new { vpcId = vpc, type = "normal" });
        var eni = await api.MakeAsync("/api/enis", new
        {
            vswitchId = vswitch,
            securityGroupIds = new[] { group },
            privateIpAddresses = new[] { address },
            trafficSource = new { type = "pcap" },
        });
        await api.PostAsync("/api/authorization", null).ExpectAsync(HttpStatusCode.Created);
        await api.MakeAsync("/api/projects", new { name = project });
        await api.MakeAsync($"/api/projects/{project}/logstores", new { name = "flows", report = true });
        var flowLog = await api.MakeAsync("/api/flowlogs", new
        {
            name = project,
            resourceType = "VPC",
            resourceId = vpc,
            trafficType = "All",
            project,
            logstore = "flows",
            aggregationInterval = 1,
        });
        await app.Host.DrainAsync("SettleFlowLog", app.Storage);
        var shown = await api.GetAsync($"/api/flowlogs/{flowLog}").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("Active", shown.GetProperty("status").GetString());

        await api.PutAsync($"/api/enis/{eni}/captures/web.pcap", new ByteArrayContent(Capture(address))).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(StatusResult.Types.Status.Success, (await app.Host.FireAsync("Capture")).Result.Status);
        Assert.NotEqual(0, await app.Host.DrainAsync("IngestBatch", app.Storage));
        return $"/api/projects/{project}/logstores/flows";
    }

    /// <summary>Flows of some minutes ago, so that their window has passed, a packet each.</summary>
    private static byte[] Capture(string address)
    {
        var time = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();
        return Pcaps.Of([.. Enumerable.Range(0, Packets).Select(at => new PcapPacket(time, address, "203.0.113.7", 40_000 + at, 53, 100))]);
    }

    private async Task<int> ExportedLinesAsync(string logstore)
    {
        await using var file = await app.Client.GetStreamAsync($"{logstore}/export?format=csv&compress=gzip");
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(text);
        return (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>Leaves when the records have come: the answer itself has no end yet.</summary>
    private async Task<int> TailedAsync(string logstore)
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-50).ToUnixTimeSeconds();
        await using var events = await app.Client.GetStreamAsync($"{logstore}/tail?from={from}");
        using var reader = new StreamReader(events);
        var records = 0;
        while (records < Packets && await reader.ReadLineAsync() is { } line)
            records += line == "event: record" ? 1 : 0;
        return records;
    }
}
