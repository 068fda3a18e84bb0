using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>An address in one of some blocks.</summary>
/// <param name="Field">Of kind address.</param>
/// <param name="Blocks">None is never met. A block holds addresses of its own family only.</param>
public sealed record AddressIn(FlowField Field, IReadOnlyList<Cidr> Blocks) : FlowPredicate
{
    internal override Clause Clause(bool negated) => new AddressLeaf(Leaf.Of(Field, FieldKind.Address), Blocks, negated).WhereItApplies();
}
