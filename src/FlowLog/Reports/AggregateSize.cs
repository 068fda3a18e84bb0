namespace FlowLog.Reports;

/// <summary>How many keys the lists of an aggregate keep.</summary>
/// <param name="Keys">Of lists of one thing each: addresses, ports, ids.</param>
/// <param name="Combinations">Of lists of pairs, five-tuples and conversations.</param>
public sealed record AggregateSize(int Keys, int Combinations)
{
    /// <summary>Of a batch's chunk.</summary>
    public static readonly AggregateSize Chunk = new(512, 128);

    /// <summary>Of a merged chunk, as it stands for up to 99 batches.</summary>
    public static readonly AggregateSize Merged = new(1024, 512);

    /// <summary>Of an hour, a day, and whatever is put together of them.</summary>
    public static readonly AggregateSize Period = new(1024, 1024);
}
