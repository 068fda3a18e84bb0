namespace FlowLog.Scan;

/// <summary>The opposite, among records to which the fields apply.</summary>
public sealed record Not(FlowPredicate Part) : FlowPredicate
{
    internal override Clause Clause(bool negated) => Part.Clause(!negated);
}
