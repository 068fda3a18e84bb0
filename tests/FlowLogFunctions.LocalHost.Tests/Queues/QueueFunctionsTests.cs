using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FlowLogFunctions.LocalHost.Queues;
using FlowLogFunctions.LocalHost.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost.Tests.Queues;

[Collection(AzuriteCollection.Name)]
public sealed class QueueFunctionsTests
{
    private readonly string _connection;
    private readonly QueueClient _queue;
    private readonly QueueClient _poison;

    public QueueFunctionsTests(AzuriteCollection.Shared azurite)
    {
        _connection = azurite.ConnectionString;
        var name = $"q{Guid.NewGuid():N}";
        _queue = new(_connection, name);
        _poison = new(_connection, name + "-poison");
    }

    [Fact]
    public async Task Success_DeletesMessage()
    {
        var inbox = new Inbox((_, _) => Task.CompletedTask);
        await using var host = await StartAsync(inbox);
        await SendAsync("one");

        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal(["one"], inbox.Received.Select(received => received.Message));
    }

    [Fact]
    public async Task Failure_ComesAgainUntilItSucceeds()
    {
        var tries = 0;
        var inbox = new Inbox((_, _) => Interlocked.Increment(ref tries) < 3 ? throw new InvalidOperationException("crash") : Task.CompletedTask);
        await using var host = await StartAsync(inbox);
        await SendAsync("again");

        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal(["again", "again", "again"], inbox.Received.Select(received => received.Message));
        Assert.False(await _poison.ExistsAsync());
    }

    [Fact]
    public async Task Failure_IsHiddenForVisibilityTimeout()
    {
        var tries = 0;
        var inbox = new Inbox((_, _) => Interlocked.Increment(ref tries) < 2 ? throw new InvalidOperationException("crash") : Task.CompletedTask);
        await using var host = await StartAsync(inbox, new() { ["visibilityTimeout"] = "00:00:03" });
        await SendAsync("later");

        await Patience.UntilAsync(() => inbox.Done == 1);

        var times = inbox.Received.Select(received => received.At).ToList();
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(2), $"It came again after {times[1] - times[0]}.");
    }

    [Fact]
    public async Task LastFailure_MovesMessageWholeToPoisonQueue()
    {
        var inbox = new Inbox((_, _) => throw new InvalidOperationException("crash"));
        await using var host = await StartAsync(inbox, new() { ["maxDequeueCount"] = "3" });
        await SendAsync("hopeless <&> \u4e2d");

        await Patience.UntilAsync(async () => await PoisonAsync() is not null);
        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal(3, inbox.Received.Count);
        Assert.Equal(Encoded("hopeless <&> \u4e2d"), (await PoisonAsync())!.MessageText);
    }

    [Fact]
    public async Task TakenTooOften_GoesToPoisonQueueUnseen()
    {
        await SendAsync("taken");
        for (var i = 0; i < 2; i++)
        {
            QueueMessage taken = await _queue.ReceiveMessageAsync();
            await _queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }

        var inbox = new Inbox((_, _) => Task.CompletedTask);
        await using var host = await StartAsync(inbox, new() { ["maxDequeueCount"] = "2" });
        await Patience.UntilAsync(async () => await PoisonAsync() is not null);

        Assert.Empty(inbox.Received);
    }

    [Fact]
    public async Task NotBase64_GoesToPoisonQueueUnchanged()
    {
        var inbox = new Inbox((_, _) => Task.CompletedTask);
        await using var host = await StartAsync(inbox);
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync("{ not base64 }");

        await Patience.UntilAsync(async () => await PoisonAsync() is not null);
        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal("{ not base64 }", (await PoisonAsync())!.MessageText);
        Assert.Empty(inbox.Received);
    }

    [Fact]
    public async Task EncodingNone_GivesTextAsItIs()
    {
        var inbox = new Inbox((_, _) => Task.CompletedTask);
        await using var host = await StartAsync(inbox, new() { ["messageEncoding"] = "none" }, functions: typeof(TextFunction));
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync("{ not base64 }");

        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal("{ not base64 }", Assert.Single(inbox.Received).Message);
    }

    [Fact]
    public async Task Batches_AreHandledInParallelUpToThresholdAndBatch()
    {
        using var gate = new SemaphoreSlim(0);
        var inbox = new Inbox((_, cancellation) => gate.WaitAsync(cancellation));
        for (var i = 0; i < 12; i++) await SendAsync($"message {i}");
        await using var host = await StartAsync(inbox, new() { ["batchSize"] = "4", ["newBatchThreshold"] = "2" });

        await Patience.UntilAsync(() => inbox.Running == 4);
        gate.Release(1);
        await Patience.UntilAsync(() => inbox.Running == 3);
        await Task.Delay(500);
        Assert.Equal(3, inbox.Running);
        gate.Release(1);
        await Patience.UntilAsync(() => inbox.Running == 6);
        gate.Release(10);
        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal(12, inbox.Done);
        Assert.Equal(12, inbox.Received.Select(received => received.Message).Distinct().Count());
    }

    [Fact]
    public async Task SlowHandler_KeepsMessageHiddenBeyondItsLease()
    {
        using var gate = new SemaphoreSlim(0);
        var inbox = new Inbox((_, cancellation) => gate.WaitAsync(cancellation));
        await using var host = await StartAsync(inbox, lease: TimeSpan.FromSeconds(8));
        await SendAsync("slow");
        await Patience.UntilAsync(() => inbox.Running == 1);

        await Task.Delay(TimeSpan.FromSeconds(11));

        Assert.Empty((await _queue.ReceiveMessagesAsync(32)).Value);
        gate.Release();
        await Patience.UntilAsync(IsEmptyAsync);
        Assert.Single(inbox.Received);
    }

    [Fact]
    public async Task Stop_CancelsHandlerAndLeavesMessageToTheNextHost()
    {
        var cancelled = new Inbox((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        await using (await StartAsync(cancelled))
        {
            await SendAsync("kept");
            await Patience.UntilAsync(() => cancelled.Running == 1);
        }

        var inbox = new Inbox((_, _) => Task.CompletedTask);
        await using var next = await StartAsync(inbox);
        await Patience.UntilAsync(IsEmptyAsync);

        Assert.Equal("kept", Assert.Single(inbox.Received).Message);
        Assert.Equal(0, cancelled.Running);
    }

    [Fact]
    public async Task ConnectionMissing_SaysWhichSetting()
    {
        var problem = await Assert.ThrowsAsync<StartException>(() => HostUnderTest.StartAsync(
            typeof(BytesFunction), services => services.AddSingleton(new Inbox((_, _) => Task.CompletedTask)), new() { ["Queue"] = "queue" }));

        Assert.Equal("The function TakeBytes: the setting TestStorage is missing.", problem.Message);
    }

    private Task<HostUnderTest> StartAsync(
        Inbox inbox, Dictionary<string, string?>? queues = null, TimeSpan? lease = null, Type? functions = null)
    {
        var host = new Dictionary<string, string?> { ["maxPollingInterval"] = "00:00:00.200" };
        foreach (var (name, value) in queues ?? []) host[name] = value;
        var section = new ConfigurationBuilder().AddInMemoryCollection(host).Build();
        var settings = QueueSettings.Of(section);
        return HostUnderTest.StartAsync(
            functions ?? typeof(BytesFunction),
            services => services.AddSingleton(inbox).AddSingleton(settings with { Lease = lease ?? settings.Lease }),
            new() { ["Queue"] = _queue.Name, ["TestStorage"] = _connection });
    }

    private async Task SendAsync(string text)
    {
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync(Encoded(text));
    }

    private async Task<bool> IsEmptyAsync()
    {
        if (!await _queue.ExistsAsync()) return false;
        QueueProperties properties = await _queue.GetPropertiesAsync();
        return properties.ApproximateMessagesCount == 0;
    }

    private async Task<PeekedMessage?> PoisonAsync() =>
        await _poison.ExistsAsync() ? (await _poison.PeekMessageAsync()).Value : null;

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
