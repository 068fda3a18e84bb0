using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>An address whose text, as <see cref="IpAddress.ToString"/> writes it, meets a pattern.</summary>
/// <param name="Field">Of kind address.</param>
public sealed record AddressLike(FlowField Field, WordPattern Pattern) : FlowPredicate
{
    internal override Clause Clause(bool negated) => new AddressTextLeaf(Leaf.Of(Field, FieldKind.Address), Pattern, negated).WhereItApplies();
}
