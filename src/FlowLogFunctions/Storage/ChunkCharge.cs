namespace FlowLogFunctions.Storage;

/// <summary>What a chunk is charged for. A merged one carries the sum of those in it, so merging changes nobody's bill.</summary>
/// <param name="Written">Bytes of the encoded columns as they were first written.</param>
/// <param name="Indexed">Bytes of the records as text if the report was on, else 0.</param>
/// <param name="TableCalls">Inserts.</param>
/// <param name="QueueCalls">Calls of the queue for the batch's message; 0 where another chunk of the same batch counts them.</param>
internal readonly record struct ChunkCharge(long Written, long Indexed, int TableCalls, int QueueCalls)
{
    public static ChunkCharge operator +(ChunkCharge a, ChunkCharge b) =>
        new(a.Written + b.Written, a.Indexed + b.Indexed, a.TableCalls + b.TableCalls, a.QueueCalls + b.QueueCalls);
}
