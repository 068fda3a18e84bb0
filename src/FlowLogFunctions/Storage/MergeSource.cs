using Azure.Data.Tables;
using FlowLog.Chunks;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>A chunk that is to be merged, in the version that was read.</summary>
/// <param name="Aggregate">Null if the report was off when the chunk was written.</param>
internal sealed record MergeSource(ChunkHeader Header, Chunk Chunk, Aggregate? Aggregate, TableEntity Entity);
