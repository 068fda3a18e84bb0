using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A number, or the number of a name, in one of some ranges.</summary>
/// <param name="Field">Of kind number or name.</param>
/// <param name="Ranges">Both ends inclusive; none is never met.</param>
public sealed record NumberIn(FlowField Field, IReadOnlyList<ColumnRange> Ranges) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        var ranges = IntegerRanges.Of(Ranges);
        return new NumberLeaf(Leaf.Of(Field, FieldKind.Number, FieldKind.Name), negated ? ranges.Complement() : ranges).WhereItApplies();
    }
}
