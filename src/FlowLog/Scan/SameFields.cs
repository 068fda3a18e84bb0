using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>Two fields that say the same, such as a record's ports.</summary>
/// <param name="One">Of kind number or address.</param>
/// <param name="Other">Of the same kind.</param>
public sealed record SameFields(FlowField One, FlowField Other) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        var one = Leaf.Of(One, FieldKind.Number, FieldKind.Address);
        var other = Leaf.Of(Other, one.Kind);
        // Who applies to fewer records says to which both do.
        return (other.OfTraffic ? new SameLeaf(other, one, negated) : new SameLeaf(one, other, negated)).WhereItApplies();
    }
}
