namespace FlowLogFunctions.Storage;

/// <summary>Where a chunk lies and what it spans, without its data.</summary>
internal sealed record ChunkHeader(string Table, string Partition, string Row, int Rows, TimeSpanOfStarts Starts);
