namespace FlowLogFunctions.Storage;

/// <summary>A chunk as reports see it.</summary>
/// <param name="Batches">The ids of the batches in it.</param>
internal sealed record AggregateChunk(ChunkHeader Header, IReadOnlyList<string> Batches);
