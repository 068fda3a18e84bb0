using System.Net;
using System.Text.Json;
using FlowLogFunctions.Health;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Health;

[Collection(ApiCollection.Name)]
public sealed class HealthTests(ApiFixture api)
{
    [Fact]
    public async Task Health_NeedsNoKey_AndLooksAtEachService()
    {
        var answer = (await api.Nobody().GetAsync("api/health")).Expect(HttpStatusCode.OK);

        Assert.Equal("Reachable", answer.Text("storage"));
        Assert.NotNull(answer.Text("time"));
        foreach (var service in new[] { "tables", "queues", "blobs" })
            Assert.Equal("Reachable", answer.Json.GetProperty("services").GetProperty(service).GetProperty("status").GetString());
        Assert.True(answer.Json.GetProperty("queue").GetProperty("messages").GetInt32() >= 0);
    }

    [Theory]
    [InlineData("", "TablesUnreachable", "QueuesUnreachable", "BlobsUnreachable")]
    [InlineData("flowlogcontrol", "TablesUnreachable")]
    [InlineData("flowlog-batches", "QueuesUnreachable")]
    [InlineData("flowlog-captures", "BlobsUnreachable")]
    public async Task StorageThatDoesNotAnswer_Is503(string part, params string[] reasons)
    {
        api.Faults.Before = call =>
        {
            if (call.Uri.Path.Contains(part, StringComparison.Ordinal))
                throw new Azure.RequestFailedException(403, "no storage today");
        };
        try
        {
            var answer = (await api.Nobody().GetAsync("api/health")).Expect(HttpStatusCode.ServiceUnavailable);

            Assert.Equal(("Unhealthy", "Unreachable"), (answer.Text("status"), answer.Text("storage")));
            Assert.Superset(reasons.ToHashSet(), ReasonsOf(answer).ToHashSet());
            Assert.DoesNotContain("no storage today", answer.Json.GetRawText(), StringComparison.Ordinal);
        }
        finally
        {
            api.Faults.Before = null;
        }
    }

    [Fact]
    public async Task PoisonMessage_DegradesIt_AndSaysNothingOfTheAccount()
    {
        await using var stage = await Stage.OpenAsync(api);
        var poison = stage.Get<StorageClients>().PlainQueues.GetQueueClient(QueueNames.Batches + QueueNames.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        var sent = (await poison.SendMessageAsync("left alone")).Value;

        var answer = (await api.Nobody().GetAsync("api/health")).Expect(HttpStatusCode.OK);
        await poison.DeleteMessageAsync(sent.MessageId, sent.PopReceipt);

        Assert.Equal("Degraded", answer.Text("status"));
        Assert.Contains("PoisonMessages", ReasonsOf(answer));
        Assert.True(answer.Json.GetProperty("queue").GetProperty("poisonMessages").GetInt32() > 0);
        Assert.DoesNotContain(stage.Account.AccountId, answer.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingBatch_IsSeenWithItsAge_AndStays()
    {
        await using var stage = await Stage.OpenAsync(api);
        var queue = stage.Get<StorageClients>().PlainQueues.GetQueueClient(QueueNames.Batches);
        await queue.ClearMessagesAsync();
        var sent = (await queue.SendMessageAsync("waits")).Value;

        var depth = await stage.Get<QueueDepths>().ReadAsync(sent.InsertionTime + TimeSpan.FromMinutes(6), default);
        await queue.DeleteMessageAsync(sent.MessageId, sent.PopReceipt);

        Assert.Equal((1, 360), (depth.Messages, depth.OldestSeconds));
    }

    [Fact]
    public async Task Answer_IsKeptForSeconds_WithoutACallToStorage()
    {
        await using var stage = await Stage.OpenAsync(api);
        using var health = new ReadHealth(
            stage.Get<StorageProbe>(), stage.Get<QueueDepths>(), stage.Get<CaptureFiles>(), stage.Get<HealthNotes>(),
            Options.Create(new HealthOptions { CacheSeconds = 5 }), stage.Time);
        var first = await health.RunAsync(default);
        stage.Kills.Dies = () => true;

        stage.Time.Now += TimeSpan.FromSeconds(4);
        var second = await health.RunAsync(default);
        Assert.Equal((first.CheckedAt, stage.Time.Now), (second.CheckedAt, second.Time));

        stage.Time.Now += TimeSpan.FromSeconds(1);
        await Assert.ThrowsAsync<WorkerKilledException>(() => health.RunAsync(default));
    }

    private static IEnumerable<string> ReasonsOf(ApiAnswer answer) =>
        answer.Json.GetProperty("reasons").EnumerateArray().Select((JsonElement reason) => reason.GetString()!);
}
