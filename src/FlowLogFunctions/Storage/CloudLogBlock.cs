namespace FlowLogFunctions.Storage;

/// <summary>A committed block of a blob.</summary>
/// <param name="End">Offset behind it.</param>
internal readonly record struct CloudLogBlock(string Id, long Bytes, long End);
