using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLogFunctions.Analysis.Export;

/// <summary>Rows that were sent, by what they say: as many of them are left out of a merged chunk that has them again.</summary>
internal sealed class SentRows
{
    private readonly Dictionary<(long Start, ulong Hash), int> _counts = [];

    public static SentRows Of(IEnumerable<Chunk> chunks, ScanPlan plan, CancellationToken cancellation)
    {
        var sent = new SentRows();
        foreach (var rows in chunks.SelectMany(chunk => MatchingRows.Steps(chunk, plan, cancellation)))
        {
            foreach (var key in KeysOf(rows))
                sent._counts[key] = sent._counts.GetValueOrDefault(key) + 1;
        }

        return sent;
    }

    /// <summary>Those of the rows that were not sent; each row that was is left out once.</summary>
    public FlowColumns Without(FlowColumns rows) =>
        rows.Pick([.. KeysOf(rows).Index().Where(row => !Take(row.Item)).Select(row => row.Index)]);

    private bool Take((long Start, ulong Hash) key)
    {
        if (!_counts.TryGetValue(key, out var count))
            return false;
        if (count > 1)
            _counts[key] = count - 1;
        else
            _counts.Remove(key);
        return true;
    }

    private static IEnumerable<(long Start, ulong Hash)> KeysOf(FlowColumns rows)
    {
        var hash = new RecordHash(rows);
        for (var row = 0; row < rows.Count; row++)
            yield return (rows.Numbers(FlowFields.Start)[row], hash.Of(row));
    }
}
