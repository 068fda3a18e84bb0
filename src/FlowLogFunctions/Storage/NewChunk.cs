using FlowLog.Chunks;
using FlowLog.Ledger;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>A chunk that is to be written, with all that lies in its entity.</summary>
/// <param name="Aggregate">Null where the report is off.</param>
/// <param name="Statements">What its batches say of their steps.</param>
internal sealed record NewChunk(
    Chunk Chunk, TimeSpanOfStarts Starts, Aggregate? Aggregate, ChunkCharge Charge, IReadOnlyList<BatchStatement> Statements);
