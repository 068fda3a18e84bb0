namespace FlowLog.Scan;

/// <summary>
/// A condition that is met or unmet of every record: where fields have no value it is unmet, and its <see cref="Not"/> finds the
/// record. So it is with a search in all values of a record.
/// </summary>
public sealed record IsMet(FlowPredicate Part) : FlowPredicate
{
    internal override Clause Clause(bool negated)
    {
        var clause = Part.Clause(negated: false);
        return negated ? new Opposite(clause) : clause;
    }
}
