namespace FlowLog.Scan;

/// <summary>What a scan did.</summary>
/// <param name="Chunks">Chunks that there were.</param>
/// <param name="Skipped">Of these, how many were not loaded, as their bounds rule matches out.</param>
/// <param name="Columns">Columns that were opened, tables of addresses included.</param>
/// <param name="Rows">Rows of all chunks that were loaded.</param>
/// <param name="Matches">Rows that matched.</param>
public readonly record struct ScanCounts(long Chunks, long Skipped, long Columns, long Rows, long Matches)
{
    public static ScanCounts operator +(ScanCounts one, ScanCounts other) => new(
        one.Chunks + other.Chunks, one.Skipped + other.Skipped, one.Columns + other.Columns, one.Rows + other.Rows, one.Matches + other.Matches);
}
