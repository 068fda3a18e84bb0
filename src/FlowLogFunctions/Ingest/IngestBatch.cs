using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLog.Reports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>
/// One message: decode, and for each Logstore that its flow logs name keep the records that are asked for, as one chunk an hour with
/// its aggregate and what the batch says of its step. A message that comes again finds its chunks there and changes nothing.
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
        if (BatchStatement.Of(batch, rows) is not { } said)
        {
            foreach (var (hour, part) in Hours.Split(wanted))
                await WriteAsync(batch, rows, delivery, new(hour, part, null), cancellation);
            return;
        }

        // The step's own hour comes last: what lies there says that the whole batch has arrived.
        var statement = delivery.Own(said, rows);
        foreach (var (hour, part) in Hours.Split(wanted, statement.Hours))
            await WriteAsync(batch, rows, delivery, new(hour, part, statement.In(hour)), cancellation);
    }

    private async Task WriteAsync(Batch batch, FlowColumns rows, Delivery delivery, HourPart part, CancellationToken cancellation)
    {
        // Nothing left out: the columns of the message are the columns of the chunk.
        var chunk = part.Rows.Count == rows.Count ? batch.Chunk : ChunkEncoder.Encode(part.Rows);
        var aggregate = delivery.Report && part.Rows.Count > 0 ? Aggregate.Of(part.Rows) : null;
        byte[]? statement = part.Statement is { } said ? StatementCodec.Encode([said]) : null;
        var added = await tables.AddAsync(delivery.LogstoreId, part.Hour, batch.Id, chunk, part.Times, aggregate, statement, cancellation);
        telemetry.Written(added ? part.Rows.Count : 0, added ? 0 : part.Rows.Count);
    }
}
