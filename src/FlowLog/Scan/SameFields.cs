using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>Two fields that say the same, such as a record's ports.</summary>
/// <param name="One">Of kind number, name or address.</param>
/// <param name="Other">Of the same kind.</param>
public sealed record SameFields(FlowField One, FlowField Other) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        var one = Leaf.Of(One, FieldKind.Number, FieldKind.Name, FieldKind.Address);
        return new SameLeaf(one, Leaf.Of(Other, one.Kind), negated).WhereItApplies();
    }
}
