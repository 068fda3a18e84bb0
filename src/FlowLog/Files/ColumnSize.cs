namespace FlowLog.Files;

/// <summary>What a column takes in a file.</summary>
/// <param name="Name">The field; <c>addresses</c> for those that srcaddr and dstaddr share, <c>file</c> for headers and directory.</param>
/// <param name="Encodings">The encodings, by the share of the bytes that each has, largest first.</param>
public sealed record ColumnSize(string Name, long Bytes, IReadOnlyList<(string Encoding, long Bytes)> Encodings);
