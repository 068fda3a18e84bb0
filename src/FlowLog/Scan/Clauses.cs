using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>All or any of some clauses.</summary>
internal sealed class Clauses : Clause
{
    private readonly bool _all;
    private readonly Clause[] _parts;

    public Clauses(bool all, IEnumerable<Clause> parts)
    {
        (_all, _parts) = (all, [.. parts.OrderBy(part => part.Opening)]);
        Opening = _parts.Length == 0 ? 0 : _parts[^1].Opening;
    }

    public override IEnumerable<FlowField> Fields => _parts.SelectMany(part => part.Fields);

    public override int Opening { get; }

    /// <summary>The verdict of one part that settles the whole.</summary>
    private Match Settling => _all ? Match.None : Match.All;

    /// <summary>The verdict of parts that make no difference.</summary>
    private Match Neutral => _all ? Match.All : Match.None;

    public override Match Judge(ChunkStatistics statistics)
    {
        var verdict = Neutral;
        foreach (var part in _parts)
        {
            var found = part.Judge(statistics);
            if (found == Settling)
                return found;
            if (found == Match.Some)
                verdict = Match.Some;
        }

        return verdict;
    }

    public override RowFilter Bind(ChunkReader reader)
    {
        var open = new List<RowFilter>(_parts.Length);
        foreach (var part in _parts)
        {
            var filter = part.Bind(reader);
            if (filter.Verdict == Settling)
                return filter;
            if (filter.Verdict == Match.Some)
                open.Add(filter);
        }

        return open switch
        {
            [] => Neutral == Match.All ? RowFilter.All : RowFilter.None,
            [var only] => only,
            _ when _all => new AllFilter([.. open.OrderBy(filter => filter.Effort)]),
            _ => new AnyFilter([.. open.OrderBy(filter => filter.Effort)]),
        };
    }
}
