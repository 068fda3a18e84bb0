namespace FlowLog.Ledger;

/// <summary>A statement as it is found in an hour of a Logstore.</summary>
/// <param name="IsLost">Whether it is a note that the batch lies in the poison queue; else the batch has arrived.</param>
public readonly record struct LedgerEntry(BatchStatement Statement, bool IsLost)
{
    /// <summary>Each batch once: of a batch that has arrived the note counts no more.</summary>
    public static IReadOnlyList<LedgerEntry> Distinct(IEnumerable<LedgerEntry> entries)
    {
        var distinct = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!distinct.TryGetValue(entry.Statement.BatchId, out var other) || other.IsLost)
                distinct[entry.Statement.BatchId] = entry;
        }

        return [.. distinct.Values];
    }
}
