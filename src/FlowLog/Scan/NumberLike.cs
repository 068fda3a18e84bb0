using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A number whose decimal digits meet a pattern.</summary>
/// <param name="Field">Of kind number.</param>
public sealed record NumberLike(FlowField Field, WordPattern Pattern) : FlowPredicate
{
    internal override Clause Clause(bool negated) =>
        new NumberLeaf(Leaf.Of(Field, FieldKind.Number), new DigitTest(Pattern, negated)).WhereItApplies();
}
