using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
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
        var logstore = await app.CaptureAsync("whole-way", Packets);

        var records = await app.Client.GetAsync($"{logstore}/records?limit=1000").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(Packets, records.GetProperty("items").GetArrayLength());

        var sql = "* | SELECT count(*) AS n, sum(bytes) AS b";
        var answer = await app.Client.PostAsJsonAsync($"{logstore}/query", new { query = sql }).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains($"{Packets}", answer.GetRawText());

        Assert.Equal(Packets + 1, await ExportedLinesAsync(logstore));
        Assert.Equal(Packets, await TailedAsync(logstore));
        await EndedAsync();
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

    private async Task<int> ExportedLinesAsync(string logstore)
    {
        await using var file = await app.Client.GetStreamAsync($"{logstore}/export?format=csv&compress=gzip");
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(text);
        return (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>A tail whose caller has left ends long before its time.</summary>
    private async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (app.Host.Running > 0)
            await Task.Delay(20, patience.Token);
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
