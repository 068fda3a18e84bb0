using FlowLog.Flows;

namespace FlowLog.Ledger;

/// <summary>One hour of one ENI in a Logstore: what the statements that lie there come to, minute by minute.</summary>
/// <param name="hour">Its start, Unix seconds.</param>
/// <param name="entries">What lies in the hour, each batch once.</param>
public sealed class EniHour(long hour, IReadOnlyList<LedgerEntry> entries, LedgerRules rules)
{
    private const int Minute = 60;
    private const int Hour = 3600;

    /// <summary>The steps of the hour, by their time: each is there or misses a part.</summary>
    private readonly IReadOnlyList<IGrouping<(long From, long Until), LedgerEntry>> _steps =
    [
        .. entries.Where(entry => entry.Statement.StepHour == hour && entry.Statement.Step.Until > entry.Statement.Step.From)
            .GroupBy(entry => (entry.Statement.Step.From, entry.Statement.Step.Until)),
    ];

    /// <summary>The end of the hour's last step; null if it has none.</summary>
    public long? LastUntil => _steps.Count == 0 ? null : _steps.Max(step => step.Key.Until);

    /// <summary>What the hour's statements say of times before their own.</summary>
    public IEnumerable<LedgerClaim> Claims => entries.Select(entry => entry.Statement.Step)
        .Where(step => step.CoveredSince < step.From)
        .Select(step => new LedgerClaim(step.CoveredSince, step.From, step.PlannedAt));

    /// <summary>The hour's minutes, without a gap, neighbours that say the same as one.</summary>
    /// <param name="claims">Of this hour's statements and later ones.</param>
    /// <param name="covered">What is expected after the last step that is known.</param>
    /// <param name="lastUntil">The end of that step; null if none is known.</param>
    public IReadOnlyList<StatedTime> Minutes(IEnumerable<LedgerClaim> claims, IEnumerable<CoveredSpan> covered, long? lastUntil)
    {
        List<StatedTime> pieces = [.. Windows(), .. _steps.SelectMany(OfStep), .. Holes(claims), .. covered.SelectMany(span => Expected(span, lastUntil))];
        pieces.Add(new(hour, hour + Hour, MinuteState.NotLogged));
        return WholeMinutes(Timeline.Of([.. pieces.Select(piece => piece.Within(hour, hour + Hour))]));
    }

    private IEnumerable<StatedTime> Windows() => entries.SelectMany(entry => entry.Statement.Windows.Select(window =>
        entry.IsLost ? new StatedTime(window.From, window.Until, MinuteState.Lost, 0, LedgerRules.InPoisonQueue) : window));

    private IEnumerable<StatedTime> OfStep(IGrouping<(long From, long Until), LedgerEntry> step)
    {
        if (!HasAllParts([.. step.Select(entry => entry.Statement.Step)]))
            return [rules.Missing(step.Key.From, step.Key.Until, step.Min(entry => entry.Statement.Step.PlannedAt))];
        var said = entries.SelectMany(entry => entry.Statement.Windows).Select(window => (window.From, window.Until));
        return Spans.Without(step.Key, said).Select(time => new StatedTime(time.From, time.Until, MinuteState.Late, 0, LedgerRules.NotSaid));
    }

    /// <summary>Whether one reader's parts are all there. Parts of nobody in particular are everybody's.</summary>
    internal static bool HasAllParts(IReadOnlyList<Chunks.BatchStep> parts) => parts.Where(last => last.IsLast).Any(last =>
    {
        var numbers = parts.Where(part => part.Reader == last.Reader || part.Reader.Length == 0).Select(part => part.Part).ToHashSet();
        return Enumerable.Range(0, last.Parts).All(numbers.Contains);
    });

    private IEnumerable<StatedTime> Holes(IEnumerable<LedgerClaim> claims) =>
        from claim in claims
        from hole in Spans.Without((Math.Max(claim.From, hour), Math.Min(claim.Until, hour + Hour)), _steps.Select(step => step.Key))
        select rules.Missing(hole.From, hole.Until, claim.SentAt);

    private IEnumerable<StatedTime> Expected(CoveredSpan span, long? lastUntil)
    {
        var from = Math.Max(Math.Max(span.From, hour), lastUntil ?? hour);
        var until = Math.Min(Math.Min(span.Until, hour + Hour), rules.Now);
        var pending = CaptureWindow.Floor(rules.Now - rules.PendingSeconds, span.IntervalSeconds);
        // A time that ended closes its window early.
        if (span.Until <= rules.Now - rules.PendingSeconds)
            pending = until;
        foreach (var (start, end) in Spans.Without((from, until), _steps.Select(step => step.Key)))
        {
            yield return new(start, Math.Min(end, pending), MinuteState.Late, 0, LedgerRules.NotHandedOver);
            yield return new(Math.Max(start, pending), end, MinuteState.Pending);
        }
    }

    /// <summary>Of each minute the greatest that is said of any part of it.</summary>
    private IReadOnlyList<StatedTime> WholeMinutes(IReadOnlyList<StatedTime> times) =>
        Timeline.Of([.. times.Select(time => time with { From = CaptureWindow.Floor(time.From, Minute), Until = CaptureWindow.Floor(time.Until + Minute - 1, Minute) })]);
}
