namespace FlowLog.Ledger;

/// <summary>Puts overlapping statements together: of each instant the greatest, neighbours that say the same as one.</summary>
internal static class Timeline
{
    /// <summary>By time, each instant once, none empty.</summary>
    public static IReadOnlyList<StatedTime> Of(IReadOnlyCollection<StatedTime> stated)
    {
        if (stated.Count <= 1)
            return [.. stated.Where(time => !time.IsEmpty)];
        var waiting = new Queue<StatedTime>(stated.Where(time => !time.IsEmpty).OrderBy(time => time.From));
        var edges = waiting.SelectMany(time => new[] { time.From, time.Until }).Distinct().Order().ToList();
        var open = new List<StatedTime>();
        var line = new List<StatedTime>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            while (waiting.TryPeek(out var next) && next.From == edges[i])
                open.Add(waiting.Dequeue());
            open.RemoveAll(time => time.Until <= edges[i]);
            if (open.Count > 0)
                Append(line, Greatest(open) with { From = edges[i], Until = edges[i + 1] });
        }

        return line;
    }

    /// <summary>By state, then by sampling rate; of equals the reason that comes first in ordinal order, so that the outcome depends on nothing else.</summary>
    private static StatedTime Greatest(List<StatedTime> open)
    {
        var greatest = open[0];
        foreach (var time in open)
        {
            var order = (time.State, time.SamplingRate).CompareTo((greatest.State, greatest.SamplingRate));
            if (order > 0 || (order == 0 && string.CompareOrdinal(time.Reason, greatest.Reason) < 0))
                greatest = time;
        }

        return greatest;
    }

    private static void Append(List<StatedTime> line, StatedTime time)
    {
        if (line.Count > 0 && line[^1].Until == time.From && line[^1].SaysAs(time))
            line[^1] = line[^1] with { Until = time.Until };
        else
            line.Add(time);
    }
}
