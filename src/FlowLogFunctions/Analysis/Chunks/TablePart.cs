using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Chunks;

/// <summary>Chunks that are read at once, and given when all of them are there.</summary>
/// <param name="Wanted">Of one day, in the order of keys.</param>
/// <param name="Elsewhere">Rows of merged chunks of the same partition that are in other parts.</param>
internal sealed record TablePart(IReadOnlyList<ChunkHeader> Wanted, IReadOnlySet<string> Elsewhere)
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Cuts an hour, or several, into parts: whole partitions as many as fill a page; of one that is larger the chunks that may still be merged
    /// together, and merged ones by the page.
    /// </summary>
    /// <param name="wanted">Of one day, in the order of keys.</param>
    /// <param name="pageBytes">Encoded bytes of all columns of a page's chunks.</param>
    public static IEnumerable<TablePart> Of(IEnumerable<ChunkHeader> wanted, long pageBytes)
    {
        var (pending, bytes) = (new List<ChunkHeader>(), 0L);
        foreach (var partition in wanted.GroupBy(header => header.Partition).Select(group => group.ToList()))
        {
            var more = partition.Sum(header => (long)ChunkRun.SizeOf(header));
            if (pending.Count > 0 && (bytes + more > pageBytes || pending.Count + partition.Count > TableLimits.PageEntities))
            {
                yield return new(pending, Nothing);
                (pending, bytes) = ([], 0);
            }

            if (more <= pageBytes)
            {
                pending.AddRange(partition);
                bytes += more;
                continue;
            }

            foreach (var part in OfLarge(partition, pageBytes))
                yield return part;
        }

        if (pending.Count > 0)
            yield return new(pending, Nothing);
    }

    private static IEnumerable<TablePart> OfLarge(List<ChunkHeader> partition, long pageBytes)
    {
        var merged = partition.Where(header => header.IsMerged).ToList();
        if (merged.Count < partition.Count)
            yield return new([.. partition.Where(header => !header.IsMerged)], merged.Select(header => header.Row).ToHashSet(StringComparer.Ordinal));
        for (var (from, to) = (0, 0); from < merged.Count; from = to)
        {
            for (var bytes = 0L; to < merged.Count && (to == from || bytes + ChunkRun.SizeOf(merged[to]) <= pageBytes); to++)
                bytes += ChunkRun.SizeOf(merged[to]);
            yield return new(merged[from..to], Nothing);
        }
    }
}
