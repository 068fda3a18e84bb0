using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>
/// One message: decode, and for each Logstore that its flow logs name keep the records that are asked for, as one chunk an hour with
/// its aggregate. A message that comes again finds its chunks there and changes nothing.
/// </summary>
internal sealed class IngestBatch(Deliveries deliveries, LogstoreTables tables, Telemetry telemetry)
{
    /// <exception cref="ChunkFormatException">The message is damaged; it belongs into the poison queue.</exception>
    public async Task RunAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var (batch, rows) = Read(message);
        telemetry.Received(rows.Count);
        foreach (var delivery in await deliveries.OfAsync(new Scope(batch.AccountId, batch.Region), batch.FlowLogIds, cancellation))
            await DeliverAsync(batch, rows, delivery, cancellation);
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
            telemetry.Unreadable();
            throw;
        }
    }

    private async Task DeliverAsync(Batch batch, FlowColumns rows, Delivery delivery, CancellationToken cancellation)
    {
        var wanted = delivery.Pick(rows);
        telemetry.Filtered(rows.Count - wanted.Count);
        foreach (var (hour, part) in Hours.Split(wanted))
        {
            // Nothing left out: the columns of the message are the columns of the chunk.
            var chunk = part.Count == rows.Count ? batch.Chunk : ChunkEncoder.Encode(part);
            var aggregate = delivery.Report ? Aggregate.Of(part) : null;
            var starts = TimeSpanOfStarts.Of(part.Numbers(FlowFields.Start));
            var added = await tables.AddAsync(delivery.LogstoreId, hour, batch.Id, chunk, starts, aggregate, cancellation);
            telemetry.Written(added ? part.Count : 0, added ? 0 : part.Count);
        }
    }
}
