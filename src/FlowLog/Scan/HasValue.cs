using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>
/// A field that does not show <c>-</c>: it applies to the record, and is no empty text. Unlike other conditions this one is met or
/// unmet of every record, so that its <see cref="Not"/> finds the records without a value.
/// </summary>
/// <param name="Field">Any.</param>
public sealed record HasValue(FlowField Field) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        Clause[] parts = [.. Parts(negated)];
        return new Clauses(!negated, parts);
    }

    private IEnumerable<Clause> Parts(bool negated)
    {
        if (Field.OfTraffic)
            yield return Number(FlowFields.Status, (long)LogStatus.Ok, negated);
        if (Field.Kind == FieldKind.Text)
            yield return new TextLeaf(Field, text => FlowField.IsNone(text) == negated);
        if (Field.HasNoneName)
            yield return Number(Field, 0, !negated);
    }

    private static NumberLeaf Number(FlowField field, long value, bool negated)
    {
        var ranges = IntegerRanges.Of([new(value, value)]);
        return new(field, negated ? ranges.Complement() : ranges);
    }
}
