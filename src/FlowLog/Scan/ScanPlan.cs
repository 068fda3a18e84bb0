using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A predicate ready to be held against chunks, and the columns that are asked for. Any number of threads may share it.</summary>
public sealed class ScanPlan
{
    /// <param name="wanted">Fields that are to be read of rows that match; others can be read if the chunk happens to have them.</param>
    /// <exception cref="ArgumentException">A condition on a field of another kind.</exception>
    public ScanPlan(FlowPredicate predicate, params IEnumerable<FlowField> wanted)
    {
        Clause = predicate.Clause(negated: false);
        Starts = StartsOf(predicate);
        Wanted = [.. wanted.Distinct()];
        var fields = Clause.Fields.Concat(Wanted).ToList();
        var columns = fields.Select(field => field.Id).ToHashSet();
        if (fields.Any(field => field.Kind == FieldKind.Address))
            columns.Add(ChunkLimits.AddressesId);
        if (columns.Contains(FlowFields.End.Id))
            columns.Add(FlowFields.Start.Id);
        Columns = columns;
    }

    public IReadOnlyList<FlowField> Wanted { get; }

    /// <summary>Numbers of all columns that a scan may open; a source need not load others.</summary>
    public IReadOnlySet<int> Columns { get; }

    /// <summary>Bounds of <see cref="FlowFields.Start"/>, Unix seconds, within which all lies that can match.</summary>
    public ColumnRange Starts { get; }

    internal Clause Clause { get; }

    /// <summary>Whether a chunk of these bounds can have rows that match. If not, it need not be loaded.</summary>
    public bool CanMatch(ChunkStatistics statistics) => statistics.Rows > 0 && Clause.Judge(statistics) != Match.None;

    private static ColumnRange StartsOf(FlowPredicate predicate) => predicate switch
    {
        AllOf all => all.Parts.Select(StartsOf).Aggregate(
            new ColumnRange(long.MinValue, long.MaxValue),
            (a, b) => new(Math.Max(a.Minimum, b.Minimum), Math.Min(a.Maximum, b.Maximum))),
        NumberIn { Ranges.Count: > 0 } starts when starts.Field == FlowFields.Start =>
            new(starts.Ranges.Min(range => range.Minimum), starts.Ranges.Max(range => range.Maximum)),
        _ => new(long.MinValue, long.MaxValue),
    };
}
