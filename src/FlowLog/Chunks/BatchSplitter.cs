using System.Globalization;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// Cuts rows into batches that each fit a queue message. Rows are put in the order of chunks first, so the same set of rows
/// gives the same batches, whatever order they come in.
/// </summary>
public static class BatchSplitter
{
    /// <param name="idPrefix">Batches are named <c>prefix-0000</c>, <c>prefix-0001</c> …</param>
    /// <param name="measured">
    /// The same rows, by which they are put in order and cut; <paramref name="rows"/> themselves if null. What another try at the same
    /// rows could say differently is left out of it, so that it cuts at the same places.
    /// </param>
    /// <param name="step">What each batch says of its step; whoever sends them numbers the parts and says the trace, for which there is room.</param>
    /// <returns>No batch if there are no rows.</returns>
    /// <exception cref="ArgumentException">The header or a single row does not fit.</exception>
    public static IReadOnlyList<Batch> Split(
        string idPrefix, string accountId, string region, string eniId, IReadOnlyList<string> flowLogIds, FlowColumns rows,
        FlowColumns? measured = null, BatchStep? step = null)
    {
        measured ??= rows;
        var order = RowOrder.Of(new CodedRows(measured));
        var batches = new List<Batch>();
        var parts = (rows.Count + ChunkLimits.MaxRows - 1) / ChunkLimits.MaxRows;
        foreach (var part in Parts(order, parts))
            Cut(part);
        return batches;

        void Cut(ArraySegment<int> part)
        {
            var batch = BatchOf(rows, part);
            var size = BatchMessage.Write(batch).Length + (step is null ? 0 : TraceParent.Size);
            var fits = size <= BatchMessage.MaxBytes;
            if (!ReferenceEquals(measured, rows))
            {
                size = BatchMessage.Write(BatchOf(measured, part)).Length + VerdictBytes;
                fits &= size <= BatchMessage.MaxBytes;
            }

            if (fits)
                batches.Add(batch);
            else if (part.Count == 1)
                throw new ArgumentException($"A record of {size} bytes; at most {BatchMessage.MaxBytes} fit a message.", nameof(rows));
            else
                foreach (var piece in Parts(part, Math.Max(2, Pieces(size, part.Count))))
                    Cut(piece);
        }

        Batch BatchOf(FlowColumns columns, ArraySegment<int> part) => new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{idPrefix}-{batches.Count:D4}"),
            AccountId = accountId,
            Region = region,
            EniId = eniId,
            FlowLogIds = flowLogIds,
            Step = step is null ? null : step with { Part = BatchStep.MaxParts - 1, Parts = BatchStep.MaxParts },
            Chunk = ChunkEncoder.Encode(part.Count == columns.Count ? columns : columns.Pick(part)),
        };
    }

    /// <summary>Room for what the measured rows leave out: the rules' ids and a few bits a row.</summary>
    private const int VerdictBytes = 8 * 1024;

    /// <summary>In how many to cut: a part is a little larger than its share, as it repeats tables and headers.</summary>
    private static int Pieces(int size, int rows) => Math.Min(rows, (size / (BatchMessage.MaxBytes * 15 / 16)) + 1);

    private static IEnumerable<ArraySegment<int>> Parts(ArraySegment<int> order, int parts)
    {
        for (var part = 0; part < parts; part++)
        {
            var (start, end) = ((long)order.Count * part / parts, (long)order.Count * (part + 1) / parts);
            yield return order[(int)start..(int)end];
        }
    }
}
