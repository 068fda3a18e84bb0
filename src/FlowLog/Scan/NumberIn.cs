using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>
/// A number, or the number of a name, in one of some ranges. Neither this nor its opposite is met by a record whose name is none.
/// </summary>
/// <param name="Field">Of kind number or name.</param>
/// <param name="Ranges">Both ends inclusive; none is never met.</param>
public sealed record NumberIn(FlowField Field, IReadOnlyList<ColumnRange> Ranges) : FlowPredicate
{
    private static readonly ColumnRange NoName = new(0, 0);

    internal override Clause Clause(bool negated) =>
        new NumberLeaf(Leaf.Of(Field, FieldKind.Number, FieldKind.Name), negated ? Others() : Those()).WhereItApplies();

    private IntegerRanges Others() => IntegerRanges.Of(Field.HasNoneName ? [.. Ranges, NoName] : Ranges).Complement();

    private IntegerRanges Those()
    {
        var ranges = IntegerRanges.Of(Ranges);
        return Field.HasNoneName && ranges.Passes(0) ? ranges.Without(NoName) : ranges;
    }
}
