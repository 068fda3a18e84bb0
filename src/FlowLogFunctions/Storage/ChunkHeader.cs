namespace FlowLogFunctions.Storage;

/// <summary>Where a chunk lies and what it spans, without its data.</summary>
/// <param name="Rows">0 where a batch has nothing for this hour.</param>
/// <param name="Bytes">Of all its encoded columns; 0 where that is not known.</param>
internal sealed record ChunkHeader(string Table, string Partition, string Row, int Rows, TimeSpanOfStarts Starts, int Bytes);
