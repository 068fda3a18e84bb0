using FlowLog.Chunks;

namespace FlowLog.Sql.Table;

/// <summary>A chunk that a cursor can take up.</summary>
/// <param name="Number">From 1 on, by the order of the chunks in one enumeration.</param>
/// <param name="Bytes">Of all its columns, if that is known.</param>
internal sealed record LoadedChunk(ChunkReader Reader, long Number, long Bytes);
