using FlowLog.Chunks;

namespace FlowLog.Files;

/// <summary>What the directory of a file knows of a chunk.</summary>
/// <param name="Offset">Of the chunk's header in the file.</param>
/// <param name="Length">Bytes of the header and all columns.</param>
/// <param name="Statistics">Its rows, and the least and greatest value of each column of numbers or names.</param>
public sealed record DirectoryEntry(long Offset, int Length, ChunkStatistics Statistics);
