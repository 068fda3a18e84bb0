namespace FlowLog.Ledger;

/// <summary>Times, from inclusive and until exclusive, as sets of instants.</summary>
internal static class Spans
{
    /// <summary>What of a time lies in none of the others.</summary>
    /// <param name="others">In any order; may overlap.</param>
    public static IEnumerable<(long From, long Until)> Without((long From, long Until) time, IEnumerable<(long From, long Until)> others)
    {
        var at = time.From;
        foreach (var (from, until) in others.Where(other => other.From < time.Until && other.Until > time.From).Order())
        {
            if (from > at)
                yield return (at, from);
            at = Math.Max(at, until);
        }

        if (at < time.Until)
            yield return (at, time.Until);
    }
}
