using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>
/// One message: decode, and for each Logstore that its flow logs name keep the records that are asked for, as one chunk an hour with
/// its aggregate and what the batch says of its step. A message that comes again finds its chunks there and changes nothing.
/// </summary>
internal sealed class IngestBatch(Deliveries deliveries, HourNotes hours, LogstoreTables tables, Telemetry telemetry, TimeProvider time)
{
    /// <summary>Sent, received, deleted.</summary>
    private const int CallsOfAMessage = 3;

    private const string Work = "ingest";

    /// <exception cref="ChunkFormatException">The message is damaged; it belongs into the poison queue.</exception>
    public async Task RunAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var (batch, rows) = Read(message);
        telemetry.Received(rows.Count);
        if (batch.Step is { } step)
            telemetry.Waited(time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(step.PlannedAt, 0, BatchStep.LastSecond)));
        var activity = Traces.SentWork(Work, MessageTrace.ContextOf(batch.Trace)).Of(new Scope(batch.AccountId, batch.Region))?
            .SetTag("flowlog.eni", batch.EniId).SetTag("flowlog.batch", batch.Id).SetTag("flowlog.records", rows.Count);
        await activity.RunAsync(() => DeliverAsync(batch, rows, cancellation));
    }

    private async Task DeliverAsync(Batch batch, FlowColumns rows, CancellationToken cancellation)
    {
        // A table that is gone was dropped because its Logstore was deleted: the second time storage says what there is now.
        if (!await DeliverAsync(batch, rows, isFresh: false, cancellation) && !await DeliverAsync(batch, rows, isFresh: true, cancellation))
            throw new InvalidOperationException($"A table is dropped whenever the batch {batch.Id} is written to it.");
    }

    private (Batch Batch, FlowColumns Rows) Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            var batch = BatchMessage.Decode(message);
            return (batch, ChunkDecoder.Decode(batch.Chunk, FlowFields.All));
        }
        catch (ChunkFormatException)
        {
            telemetry.Unreadable(QueueNames.Batches);
            Traces.Unreadable(Work);
            throw;
        }
    }

    /// <summary>False if a table that this process knew has been dropped.</summary>
    private async Task<bool> DeliverAsync(Batch batch, FlowColumns rows, bool isFresh, CancellationToken cancellation)
    {
        var queueCalls = CallsOfAMessage;
        foreach (var delivery in await deliveries.OfAsync(new Scope(batch.AccountId, batch.Region), batch.FlowLogIds, isFresh, cancellation))
        {
            if (!await DeliverAsync(batch, rows, delivery, queueCalls, cancellation))
                return false;
            queueCalls = 0;
        }

        return true;
    }

    private async Task<bool> DeliverAsync(Batch batch, FlowColumns rows, Delivery delivery, int queueCalls, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = delivery.Pick(rows);
        var wanted = delivery.Keep(asked, now);
        telemetry.Filtered(rows.Count - asked.Count);
        telemetry.Expired(asked.Count - wanted.Count);
        foreach (var part in HourPart.Of(batch, rows, wanted, delivery, now))
        {
            await hours.NoteAsync(delivery.Scope, delivery.Logstore, part.Hour, cancellation);
            var chunk = part.ChunkOf(batch, rows, delivery.Report, queueCalls);
            var written = await tables.AddAsync(delivery.LogstoreId, part.Hour, batch.Id, chunk, cancellation);
            if (written == ChunkWrite.TableGone)
                return false;
            telemetry.Written(written == ChunkWrite.Added ? part.Rows.Count : 0, written == ChunkWrite.Added ? 0 : part.Rows.Count);
            queueCalls = 0;
        }

        return true;
    }
}
