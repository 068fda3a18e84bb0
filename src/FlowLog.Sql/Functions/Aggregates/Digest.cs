namespace FlowLog.Sql.Functions;

/// <summary>
/// A t-digest (Dunning): neighbouring values are held as one with their number, few together at both ends and more in the middle, so that
/// some hundred of them stand for any number of values.
/// </summary>
internal sealed class Digest
{
    /// <summary>Bounds how many values are held: about half of it.</summary>
    private const double Compression = 1_000;

    private List<(double Mean, long Count)> _parts = [];
    private long _count;
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;

    public void Add(IEnumerable<double> values)
    {
        var all = _parts.Concat(values.Select(value => (Mean: value, Count: 1L))).OrderBy(part => part.Mean).ToList();
        if (all.Count == 0)
            return;
        _count = all.Sum(part => part.Count);
        (_least, _greatest) = (Math.Min(_least, all[0].Mean), Math.Max(_greatest, all[^1].Mean));
        _parts = Joined(all);
    }

    /// <param name="share">0 to 1.</param>
    public double ValueAt(double share)
    {
        var rank = share * _count;
        var (before, value, place) = (0L, _least, 0.0);
        foreach (var part in _parts)
        {
            var middle = before + (part.Count / 2.0);
            if (rank < middle)
                return Between(value, place, part.Mean, middle, rank);
            (value, place) = (part.Mean, middle);
            before += part.Count;
        }

        return Between(value, place, _greatest, _count, rank);
    }

    private List<(double Mean, long Count)> Joined(List<(double Mean, long Count)> all)
    {
        var joined = new List<(double Mean, long Count)>();
        var (current, before) = (all[0], 0L);
        foreach (var next in all.Skip(1))
        {
            if (Scale((before + current.Count + next.Count) / (double)_count) - Scale(before / (double)_count) <= 1)
            {
                var count = current.Count + next.Count;
                current = (current.Mean + ((next.Mean - current.Mean) * next.Count / count), count);
                continue;
            }

            joined.Add(current);
            before += current.Count;
            current = next;
        }

        joined.Add(current);
        return joined;
    }

    /// <summary>Grows fast at both ends: values that it brings more than 1 apart are not held as one.</summary>
    private static double Scale(double share) => Compression / (2 * Math.PI) * Math.Asin((2 * Math.Clamp(share, 0, 1)) - 1);

    private static double Between(double from, double start, double to, double end, double rank) =>
        end <= start ? to : from + ((to - from) * Math.Clamp((rank - start) / (end - start), 0, 1));
}
