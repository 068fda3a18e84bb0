using System.Numerics;

namespace FlowLog.Network;

/// <summary>
/// For every value of one field of a flow, the set of rules whose condition on that field it meets. The line of values is cut
/// where the set changes; equal sets are stored once. A rule has at most one condition on a field.
/// </summary>
internal sealed class RuleIndex<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] _starts;
    private readonly int[] _offsets;
    private readonly ulong[] _masks;
    private readonly int _words;

    /// <param name="always">Rules without a condition on this field.</param>
    public RuleIndex(ulong[] always, IReadOnlyList<RuleSpans<T>> conditions)
    {
        var cuts = new Cuts(always);
        var open = new int[conditions.Count];
        foreach (var (at, condition, step) in Edges(conditions))
        {
            cuts.MoveTo(at);
            var before = open[condition];
            open[condition] += step;
            if ((before == 0) != (open[condition] == 0))
                cuts.Toggle(conditions[condition].Rules);
        }
        cuts.Close();
        _words = always.Length;
        _starts = [.. cuts.Starts];
        _offsets = [.. cuts.Offsets];
        _masks = [.. cuts.Masks];
    }

    /// <summary>The rules that a flow with this value can still match.</summary>
    public ReadOnlySpan<ulong> Find(T value)
    {
        var starts = _starts;
        var low = 0;
        for (var count = starts.Length; count > 1;)
        {
            var half = count >> 1;
            if (starts[low + half] <= value)
                low += half;
            count -= half;
        }
        return _masks.AsSpan(_offsets[low], _words);
    }

    private static List<(T At, int Condition, int Step)> Edges(IReadOnlyList<RuleSpans<T>> conditions)
    {
        var edges = new List<(T At, int Condition, int Step)>();
        for (var i = 0; i < conditions.Count; i++)
        {
            foreach (var (first, last) in conditions[i].Spans)
            {
                edges.Add((first, i, 1));
                if (last != T.MaxValue)
                    edges.Add((last + T.One, i, -1));
            }
        }
        edges.Sort((x, y) => x.At.CompareTo(y.At));
        return edges;
    }

    private sealed class Cuts(ulong[] always)
    {
        private readonly ulong[] _current = [.. always];
        private readonly Dictionary<ulong[], int> _known = new(RuleMask.ByContent);
        private T _at = T.MinValue;

        public List<T> Starts { get; } = [];

        public List<int> Offsets { get; } = [];

        public List<ulong> Masks { get; } = [];

        public void Toggle(ulong[] rules)
        {
            for (var i = 0; i < rules.Length; i++)
                _current[i] ^= rules[i];
        }

        public void MoveTo(T at)
        {
            if (at == _at)
                return;
            Close();
            _at = at;
        }

        public void Close()
        {
            if (!_known.TryGetValue(_current, out var offset))
            {
                offset = Masks.Count;
                Masks.AddRange(_current);
                _known.Add([.. _current], offset);
            }
            if (Offsets.Count > 0 && Offsets[^1] == offset)
                return;
            Starts.Add(_at);
            Offsets.Add(offset);
        }
    }
}
