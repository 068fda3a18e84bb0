namespace FlowLog.Scan;

/// <summary>What a scan did, and what it was spared.</summary>
/// <param name="Chunks">Chunks that were read.</param>
/// <param name="SkippedChunks">Chunks in which nothing can match, by their bounds.</param>
/// <param name="Rows">Rows of the chunks that were read.</param>
/// <param name="SkippedRows">Rows of the others.</param>
/// <param name="Bytes">Encoded bytes of the columns that were read.</param>
/// <param name="SkippedBytes">Encoded bytes of columns and chunks that were not.</param>
/// <param name="Matches">Rows that matched.</param>
public readonly record struct ScanCounts(
    long Chunks, long SkippedChunks, long Rows, long SkippedRows, long Bytes, long SkippedBytes, long Matches)
{
    public static ScanCounts operator +(ScanCounts one, ScanCounts other) => new(
        one.Chunks + other.Chunks, one.SkippedChunks + other.SkippedChunks, one.Rows + other.Rows, one.SkippedRows + other.SkippedRows,
        one.Bytes + other.Bytes, one.SkippedBytes + other.SkippedBytes, one.Matches + other.Matches);
}
