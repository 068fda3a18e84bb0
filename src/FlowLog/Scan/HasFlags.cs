using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A number that has some bits set.</summary>
/// <param name="Field">Of kind number.</param>
/// <param name="Mask">The bits, as in <see cref="FlowFields.TcpFlags"/>.</param>
/// <param name="Every">Whether all of them are asked for, or any.</param>
public sealed record HasFlags(FlowField Field, long Mask, bool Every) : FlowPredicate
{
    internal override Clause Clause(bool negated) =>
        new NumberLeaf(Leaf.Of(Field, FieldKind.Number), new IntegerMask(Mask, Every, negated)).WhereItApplies();
}
