namespace FlowLog.Chunks;

/// <summary>A row and a number to sort it by.</summary>
internal readonly record struct Keyed(ulong Key, int Row);
