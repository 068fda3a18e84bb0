using System.Text;

namespace FlowLogFunctions.Soak.Tests.Traffic;

/// <summary>Packets and bytes by flow.</summary>
internal sealed class FlowSums
{
    private const int MostShown = 20;

    private readonly Dictionary<FlowKey, (long Packets, long Bytes)> _sums = [];

    public long Packets => _sums.Values.Sum(sum => sum.Packets);

    public long Bytes => _sums.Values.Sum(sum => sum.Bytes);

    public int Flows => _sums.Count;

    public void Add(FlowKey flow, long packets, long bytes)
    {
        var sum = _sums.GetValueOrDefault(flow);
        _sums[flow] = (sum.Packets + packets, sum.Bytes + bytes);
    }

    public void Add(FlowSums others)
    {
        foreach (var (flow, (packets, bytes)) in others._sums)
            Add(flow, packets, bytes);
    }

    public FlowSums Where(Func<FlowKey, bool> wanted)
    {
        var chosen = new FlowSums();
        foreach (var (flow, (packets, bytes)) in _sums.Where(sum => wanted(sum.Key)))
            chosen.Add(flow, packets, bytes);
        return chosen;
    }

    /// <summary>Where it differs from what is expected, in words; empty if nowhere.</summary>
    public string DifferenceFrom(FlowSums expected)
    {
        var different = expected._sums.Keys.Union(_sums.Keys)
            .Select(flow => (Flow: flow, Expected: expected._sums.GetValueOrDefault(flow), Found: _sums.GetValueOrDefault(flow)))
            .Where(each => each.Expected != each.Found)
            .OrderBy(each => each.Flow.Eni, StringComparer.Ordinal).ThenBy(each => each.Flow.Minute)
            .ToList();
        if (different.Count == 0) return "";
        var text = new StringBuilder($"{different.Count} flows differ; expected {expected.Packets} packets, found {Packets}.\n");
        foreach (var (flow, wanted, found) in different.Take(MostShown))
            text.AppendLine($"{flow}: expected {wanted}, found {found}");
        return text.ToString();
    }
}
