namespace FlowLog.Ledger;

/// <summary>
/// The statements of an hour that is over, in fewer: of an ENI whose steps are all there and follow one another without a gap one statement says what
/// all of them say of its minutes. Those of other ENIs stay as they are.
/// </summary>
public static class CondensedHour
{
    /// <param name="hour">Its start, Unix seconds.</param>
    /// <param name="entries">What lies in the hour, each batch once.</param>
    public static IReadOnlyList<LedgerEntry> Of(long hour, IEnumerable<LedgerEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Statement.EniId, StringComparer.Ordinal).OrderBy(eni => eni.Key, StringComparer.Ordinal).SelectMany(eni => OfEni(hour, [.. eni]))];

    private static IReadOnlyList<LedgerEntry> OfEni(long hour, IReadOnlyList<LedgerEntry> entries)
    {
        if (entries.Any(entry => entry.IsLost || entry.Statement.StepHour != hour || entry.Statement.Step.Until == entry.Statement.Step.From))
            return entries;
        var steps = entries.GroupBy(entry => (entry.Statement.Step.From, entry.Statement.Step.Until)).OrderBy(step => step.Key).ToList();
        var areGapless = steps.Zip(steps.Skip(1)).All(pair => pair.First.Key.Until == pair.Second.Key.From);
        if (!areGapless || !steps.All(step => EniHour.HasAllParts([.. step.Select(entry => entry.Statement.Step)])))
            return entries;
        var (from, until) = (steps[0].Key.From, steps[^1].Key.Until);
        // What a step claims of times before it concerns those before the first one only, as the others have no gap.
        var claims = entries.Select(entry => entry.Statement.Step).Where(step => step.CoveredSince < from).ToList();
        if (claims.Select(step => step.CoveredSince).Distinct().Count() > 1)
            return entries;
        var first = entries[0].Statement;
        return
        [
            new(first with
            {
                Step = new(
                    from, until, first.Step.IntervalSeconds, claims.Count > 0 ? claims[0].CoveredSince : from,
                    claims.Count > 0 ? claims.Min(step => step.PlannedAt) : first.Step.PlannedAt, 0, 1, ""),
                Windows = Timeline.Of([.. entries.SelectMany(entry => entry.Statement.Windows)]),
                FlowLogs = [],
            }, false),
        ];
    }
}
