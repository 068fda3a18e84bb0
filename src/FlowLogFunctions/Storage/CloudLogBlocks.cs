namespace FlowLogFunctions.Storage;

/// <summary>The committed blocks of one version of a blob, in their order; none if it was written in one piece.</summary>
internal sealed record CloudLogBlocks(string ETag, IReadOnlyList<CloudLogBlock> Blocks);
