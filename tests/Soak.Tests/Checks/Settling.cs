using System.Text.Json;
using Azure.Storage.Queues;
using FlowLogFunctions.Soak.Tests.Traffic;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>Waits until everything that was handed over has gone its way. As an operator would, it has poison messages processed again.</summary>
internal sealed class Settling(ServiceUnderFaults service, SoakNetwork network)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Whether the flow logs have been told to end: then no window is open any more.</summary>
    private bool _isEnding;

    /// <summary>Messages that went to the poison queue on the way.</summary>
    public int Poisoned { get; private set; }

    /// <summary>Until every file is read, the flow logs have ended, and nothing is on its way any more.</summary>
    /// <exception cref="TimeoutException">Something is stuck; the message says what.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await UntilNothingIsMissingAsync(cancellation);
        // The generator would go on for ever, and no two looks would see the same.
        foreach (var flowLog in network.FlowLogs)
            await service.Api.SendAsync(HttpMethod.Post, $"flowlogs/{flowLog}/deactivate", "", cancellation);
        _isEnding = true;
        await UntilNothingIsMissingAsync(cancellation);
    }

    private async Task UntilNothingIsMissingAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestWait);
        for (var missing = await MissingAsync(patience.Token); missing is not null; missing = await MissingAsync(patience.Token))
        {
            await Task.Delay(Pause, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested) throw new TimeoutException("Not done after ten minutes: " + missing);
        }
    }

    /// <summary>What has not come yet; null if all has.</summary>
    private async Task<string?> MissingAsync(CancellationToken cancellation)
    {
        foreach (var eni in network.Captured)
            if ((await service.Api.ItemsAsync($"enis/{eni.Id}/captures", cancellation)).FirstOrDefault(file => StatusOf(file) != "done") is { ValueKind: JsonValueKind.Object } file)
                return $"capture file {file.GetRawText()}";
        var moved = JsonElement.Parse(await service.Api.SendAsync(HttpMethod.Post, "admin/poison/redrive", "", cancellation)).GetProperty("moved").GetInt32();
        Poisoned += moved;
        if (moved > 0) return $"{moved} poison messages";
        return await QueuedAsync(cancellation) ?? await LateAsync(cancellation);
    }

    private static string? StatusOf(JsonElement file) => file.GetProperty("status").GetString();

    /// <summary>Messages that wait or are hidden, in any queue.</summary>
    private async Task<string?> QueuedAsync(CancellationToken cancellation)
    {
        foreach (var name in (string[])[QueueNames.Batches, QueueNames.FlowLogChanges, QueueNames.Batches + QueueNames.PoisonSuffix])
        {
            var queue = new QueueClient(service.Store.DirectConnectionString, name);
            if (await queue.ExistsAsync(cancellation) && (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount is > 0 and var count)
                return $"{count} messages in {name}";
        }

        return null;
    }

    private async Task<string?> LateAsync(CancellationToken cancellation)
    {
        foreach (var logstore in (string[])[SoakNetwork.All, SoakNetwork.Dropped])
        {
            var totals = (await service.Api.GetAsync($"{logstore}/completeness?{SoakRange.UpTo(service.Clock.Now)}", cancellation)).GetProperty("totals");
            if (totals.GetProperty("late").GetInt64() > 0 || (_isEnding && totals.GetProperty("pending").GetInt64() > 0)) return $"late in {logstore}: {totals.GetRawText()}";
        }

        return null;
    }
}
