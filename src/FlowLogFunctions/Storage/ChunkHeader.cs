namespace FlowLogFunctions.Storage;

/// <summary>Where a chunk lies and what it spans, without its data.</summary>
/// <param name="Rows">0 where a batch has nothing for this hour.</param>
/// <param name="Bytes">Of all its encoded columns; 0 where that is not known.</param>
internal sealed record ChunkHeader(string Table, string Partition, string Row, int Rows, TimeSpanOfStarts Starts, int Bytes)
{
    /// <summary>The chunk of a batch, or those that were merged into this one; each as its partition and row.</summary>
    public IReadOnlyList<string> Batches { get; init; } = [];

    /// <summary>When it was stored, by the clock of storage; null where that was not asked for.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>When the last of those chunks was stored that were merged into this one; null where that is not known.</summary>
    public DateTimeOffset? LastSourceAt { get; init; }

    /// <summary>For messages about it.</summary>
    public string Name => $"{Table}/{Partition}/{Row}";

    public bool IsMerged => LogstoreKeys.IsMerged(Row);
}
