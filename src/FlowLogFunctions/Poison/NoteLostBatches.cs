using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Poison;

/// <summary>
/// Looks through the batches that could not be processed and notes in the Logstores that they were meant for which minutes are missing.
/// The messages stay where they are.
/// </summary>
internal sealed class NoteLostBatches(PoisonQueues queues, Deliveries deliveries, LogstoreStatements statements, HourNotes hours, UpkeepTelemetry telemetry, TimeProvider time)
{
    private const int MostRemembered = 10_000;

    /// <summary>Messages that this process has noted; what is noted again changes nothing.</summary>
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var messages = await queues.TakeAsync(QueueNames.Batches, ListPoison.Most, cancellation);
        try
        {
            if (_noted.Count > MostRemembered)
                _noted.Clear();
            foreach (var content in messages.Where(message => !_noted.Contains(message.Id)).Select(PoisonContent.Of))
            {
                await NoteAsync(content, cancellation);
                _noted.Add(content.Message.Id);
            }
        }
        finally
        {
            await queues.PutBackAsync(messages, cancellation);
        }
    }

    private async Task NoteAsync(PoisonContent content, CancellationToken cancellation)
    {
        telemetry.Poisoned(content.Cause);
        if (content.Batch is not var (batch, rows) || BatchStatement.Of(batch, rows) is not { } said)
            return;
        var activity = Traces.SentWork("note lost batch", MessageTrace.ContextOf(batch.Trace)).Of(new Scope(batch.AccountId, batch.Region))?
            .SetTag("flowlog.eni", batch.EniId).SetTag("flowlog.batch", batch.Id);
        await activity.RunAsync(() => NoteAsync(batch, rows, said, cancellation));
    }

    private async Task NoteAsync(Batch batch, FlowColumns rows, BatchStatement said, CancellationToken cancellation)
    {
        foreach (var delivery in await deliveries.OfAsync(new(batch.AccountId, batch.Region), batch.FlowLogIds, isFresh: true, cancellation))
        {
            var statement = delivery.Own(said, rows);
            foreach (var hour in statement.Hours.Where(hour => delivery.Keeps(hour, time.GetUtcNow())))
            {
                await hours.NoteAsync(delivery.Scope, delivery.Logstore, hour, cancellation);
                await statements.NoteLostAsync(delivery.LogstoreId, hour, statement.In(hour), cancellation);
                telemetry.Noted();
            }
        }
    }
}
