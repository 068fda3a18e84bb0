using FlowLog.Ledger;

namespace FlowLogFunctions.Ledger;

/// <summary>What is known of each ENI while hours are read, the latest first.</summary>
/// <param name="only">The only ENI that is asked for; null for all.</param>
internal sealed class LedgerEnis(IReadOnlyDictionary<string, IReadOnlyList<CoveredSpan>> covered, string? only)
{
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>What later hours say of an ENI.</summary>
    private sealed class Known
    {
        /// <summary>The end of the last step.</summary>
        public long? LastUntil { get; set; }

        /// <summary>By since when everything should be there, until the hours that have been read: when it was in the queue.</summary>
        public Dictionary<long, long> SentAt { get; } = [];
    }

    /// <summary>The minutes of an hour by ENI.</summary>
    public IReadOnlyList<(string EniId, IReadOnlyList<StatedTime> Minutes)> Take(long hour, IReadOnlyList<LedgerEntry> entries, LedgerRules rules)
    {
        var byEni = entries.ToLookup(entry => entry.Statement.EniId, StringComparer.Ordinal);
        var enis = byEni.Select(group => group.Key).Concat(covered.Keys).Concat(_known.Keys).Distinct(StringComparer.Ordinal).Where(eni => only is null || eni == only);
        return [.. enis.ToList().Select(eni => (eni, Take(eni, hour, [.. byEni[eni]], rules)))];
    }

    private IReadOnlyList<StatedTime> Take(string eni, long hour, IReadOnlyList<LedgerEntry> entries, LedgerRules rules)
    {
        if (!_known.TryGetValue(eni, out var known))
            _known[eni] = known = new();
        var own = new EniHour(hour, entries, rules);
        known.LastUntil ??= own.LastUntil;
        var later = known.SentAt.Select(claim => new LedgerClaim(claim.Key, long.MaxValue, claim.Value)).ToList();
        var minutes = own.Minutes([.. own.Claims, .. later], covered.GetValueOrDefault(eni) ?? [], known.LastUntil);
        foreach (var claim in own.Claims)
            known.SentAt[claim.From] = Math.Min(claim.SentAt, known.SentAt.GetValueOrDefault(claim.From, long.MaxValue));
        return minutes;
    }
}
