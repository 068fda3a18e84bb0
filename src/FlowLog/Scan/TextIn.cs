using System.Collections.Frozen;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A text that is one of some, compared as they are. Neither this nor its opposite is met by a record that has no text.</summary>
/// <param name="Field">Of kind text.</param>
/// <param name="Texts">None is never met.</param>
public sealed record TextIn(FlowField Field, IReadOnlyList<string> Texts) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        var texts = Texts.ToFrozenSet(StringComparer.Ordinal);
        return new TextLeaf(Leaf.Of(Field, FieldKind.Text), text => !FlowField.IsNone(text) && texts.Contains(text) != negated).WhereItApplies();
    }
}
