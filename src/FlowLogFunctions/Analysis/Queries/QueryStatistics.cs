using System.Globalization;
using FlowLog.Scan;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What an answer took, and what it was spared.</summary>
/// <param name="RowsScanned">Records of the chunks that were read.</param>
/// <param name="RowsSkipped">Records of chunks in which nothing can match.</param>
/// <param name="BytesScanned">Encoded bytes of the columns that were read.</param>
/// <param name="BytesSkipped">Encoded bytes of the columns and chunks that were not.</param>
/// <param name="Matches">Records that the search found.</param>
/// <param name="ElapsedMilliseconds">From the request's being understood to its answer's being known.</param>
internal sealed record QueryStatistics(
    long RowsScanned, long RowsSkipped, long BytesScanned, long BytesSkipped, long ChunksScanned, long ChunksSkipped, long Matches, long ElapsedMilliseconds)
{
    public const string Header = "X-Statistics";

    public static QueryStatistics Of(ScanCounts counts, TimeSpan elapsed) => new(
        counts.Rows, counts.SkippedRows, counts.Bytes, counts.SkippedBytes, counts.Chunks, counts.SkippedChunks, counts.Matches, (long)elapsed.TotalMilliseconds);

    /// <summary>As a header's value: a dictionary of RFC 9651.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"rows-scanned={RowsScanned}, rows-skipped={RowsSkipped}, bytes-scanned={BytesScanned}, bytes-skipped={BytesSkipped}, chunks-scanned={ChunksScanned}, chunks-skipped={ChunksSkipped}, matches={Matches}, elapsed-milliseconds={ElapsedMilliseconds}");
}
