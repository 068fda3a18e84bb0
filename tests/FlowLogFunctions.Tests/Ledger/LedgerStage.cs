using FlowLog.Chunks;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ledger;

/// <summary>A stage whose clock stands in an hour that has not come, with what the ledger's tests ask of it.</summary>
internal static class LedgerStage
{
    public static async Task<Stage> OpenAsync(ApiFixture api)
    {
        var stage = await Stage.OpenAsync(api);
        // The network is made at the real time; nothing is covered before.
        var hour = FlowLog.Flows.CaptureWindow.Floor(stage.Time.Seconds, 3600) + 3600;
        stage.Time.Now = DateTimeOffset.FromUnixTimeSeconds(hour + 606);
        await stage.LogstoreAsync("flows");
        return stage;
    }

    public static Caller Caller(this Stage stage) => new(stage.Account.AccountId, null, stage.Scope.Region);

    /// <summary>Captures minute by minute; the messages.</summary>
    public static async Task<IReadOnlyList<byte[]>> MinutesAsync(this Stage stage, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
        return await stage.MessagesAsync();
    }

    public static async Task DeliverAsync(this Stage stage, IEnumerable<byte[]> messages)
    {
        foreach (var message in messages)
            await stage.Get<IngestBatch>().RunAsync(message, default);
    }

    /// <summary>The minutes from the stage's tenth of the hour on, as texts such as <c>3 observed, 1 lost</c>; of the only ENI.</summary>
    public static async Task<string> StatesAsync(this Stage stage, string logstore = "flows") => string.Join(
        ", ", (await stage.CompletenessAsync(logstore)).Items.Single().Runs.Where(run => run.State is not ("notLogged" or "pending")).Select(run => $"{(run.To - run.From).TotalMinutes} {run.State}"));

    public static async Task<CompletenessAnswer> CompletenessAsync(this Stage stage, string logstore = "flows", int hoursBack = 3)
    {
        var range = new TimeRange(stage.Time.Seconds - (hoursBack * 3600), stage.Time.Seconds);
        var outcome = await stage.Get<ReadCompleteness>().RunAsync(stage.Caller(), stage.Project, logstore, range, null, new(100, null), default);
        Assert.True(outcome.Is(out var answer, out var refusal), refusal?.Detail);
        return answer;
    }

    /// <summary>Puts a message beside the queue, as the host does with one that failed.</summary>
    public static async Task PoisonAsync(this Stage stage, byte[] message, string queue = QueueNames.Batches)
    {
        var poison = stage.Get<StorageClients>().Queues.GetQueueClient(queue + QueueNames.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(new BinaryData(message));
    }

    public static BatchStep StepOf(byte[] message) => BatchMessage.Decode(message).Step!;
}
