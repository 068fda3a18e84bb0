using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLog.Reports;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>What of a batch goes to one hour of a Logstore.</summary>
/// <param name="Rows">May be none, where only something is to be said.</param>
internal sealed record HourPart(long Hour, FlowColumns Rows, BatchStatement? Statement)
{
    /// <summary>Of the rows; of the step if there are none.</summary>
    public TimeSpanOfStarts Times => Rows.Count > 0
        ? TimeSpanOfStarts.Of(Rows.Numbers(FlowFields.Start))
        : new(Math.Max(Hour, Statement?.Step.From ?? Hour), Math.Max(Hour, (Statement?.Step.Until ?? Hour) - 1));

    /// <summary>
    /// The batch by hours, of those that the Logstore still keeps. The step's own hour comes last: what lies there says that the whole batch
    /// has arrived.
    /// </summary>
    /// <param name="rows">All of the batch.</param>
    /// <param name="wanted">Those that the Logstore is to get.</param>
    public static IEnumerable<HourPart> Of(Batch batch, FlowColumns rows, FlowColumns wanted, Delivery delivery, DateTimeOffset now)
    {
        if (BatchStatement.Of(batch, rows) is not { } said)
            return Hours.Split(wanted).Select(part => new HourPart(part.Hour, part.Rows, null));
        var statement = delivery.Own(said, rows);
        return Hours.Split(wanted, [.. statement.Hours.Where(hour => delivery.Keeps(hour, now))])
            .Select(part => new HourPart(part.Hour, part.Rows, statement.In(part.Hour)));
    }

    /// <summary>What is written of it.</summary>
    /// <param name="rows">All of the batch.</param>
    /// <param name="queueCalls">Of the batch's message, if they are counted here.</param>
    public NewChunk ChunkOf(Batch batch, FlowColumns rows, bool report, int queueCalls)
    {
        // Nothing left out: the columns of the message are the columns of the chunk.
        var chunk = Rows.Count == rows.Count ? batch.Chunk : ChunkEncoder.Encode(Rows);
        var charge = new ChunkCharge(chunk.Size, report ? RecordTextSize.Of(Rows) : 0, TableCalls: 1, queueCalls);
        return new(chunk, Times, report && Rows.Count > 0 ? Aggregate.Of(Rows) : null, charge, Statement is { } said ? [said] : []);
    }
}
