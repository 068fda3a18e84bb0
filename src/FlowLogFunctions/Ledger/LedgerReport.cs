using FlowLog.Ledger;
using FlowLogFunctions.Analysis;

namespace FlowLogFunctions.Ledger;

/// <summary>The minutes of a time by ENI: runs of minutes of which the same is said, without a gap.</summary>
/// <param name="range">Whole minutes; empty if nothing of what was asked for can be known.</param>
internal sealed class LedgerReport(TimeRange range)
{
    private readonly SortedDictionary<string, List<StatedTime>> _enis = new(StringComparer.Ordinal);

    public TimeRange Range => range;

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyDictionary<string, List<StatedTime>> Enis => _enis;

    /// <summary>Adds what lies before everything else of the ENI, while it is read backwards.</summary>
    public void Precede(string eni, IReadOnlyList<StatedTime> minutes)
    {
        if (!_enis.TryGetValue(eni, out var runs))
            _enis[eni] = runs = [];
        foreach (var minute in minutes.Reverse())
            Append(runs, minute.Within(range.From, range.To));
    }

    /// <summary>Puts the runs in the order of time; of what no hour speaks nothing was logged.</summary>
    public void Complete()
    {
        foreach (var backwards in _enis.Values)
        {
            var last = backwards.Count == 0 ? range.From : backwards[0].Until;
            backwards.Reverse();
            if (last < range.To)
                backwards.Add(new(last, range.To, MinuteState.NotLogged));
        }
    }

    public EniMinutes Totals()
    {
        var totals = new EniMinutes();
        foreach (var run in _enis.Values.SelectMany(runs => runs))
            totals.Add(run);
        return totals;
    }

    /// <summary>The first minute of an ENI that has not all that can come; null if all have.</summary>
    public long? FirstIncomplete(string eni) => _enis.GetValueOrDefault(eni)?
        .Where(run => run.State is MinuteState.Pending or MinuteState.Late or MinuteState.Lost)
        .Select(run => (long?)run.From).FirstOrDefault();

    private static void Append(List<StatedTime> backwards, StatedTime time)
    {
        if (time.IsEmpty)
            return;
        if (backwards.Count > 0 && backwards[^1].SaysAs(time) && backwards[^1].From == time.Until)
            backwards[^1] = backwards[^1] with { From = time.From };
        else
            backwards.Add(time);
    }
}
