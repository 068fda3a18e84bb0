using FlowLog.Chunks;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>A chunk that is to be written, with all that lies in its entity.</summary>
/// <param name="Aggregate">Null where the report is off.</param>
internal sealed record NewChunk(Chunk Chunk, TimeSpanOfStarts Starts, Aggregate? Aggregate, ChunkCharge Charge);
