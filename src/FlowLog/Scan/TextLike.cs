using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A text that has a word, or words that follow each other. Neither this nor its opposite is met by a record that has no text.</summary>
/// <param name="Field">Of kind text.</param>
public sealed record TextLike(FlowField Field, WordPattern Pattern) : FlowPredicate
{
    internal override Clause Clause(bool negated) =>
        new TextLeaf(Leaf.Of(Field, FieldKind.Text), text => !FlowField.IsNone(text) && Pattern.IsIn(text) != negated).WhereItApplies();
}
