using System.Collections.Frozen;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A text that is one of some, compared as they are.</summary>
/// <param name="Field">Of kind text.</param>
/// <param name="Texts">None is never met.</param>
public sealed record TextIn(FlowField Field, IReadOnlyList<string> Texts) : FlowPredicate
{
    internal override Clause Clause(bool negated) =>
        new TextLeaf(Leaf.Of(Field, FieldKind.Text), Texts.ToFrozenSet(StringComparer.Ordinal), negated).WhereItApplies();
}
