namespace FlowLog.Scan;

/// <summary>Any of some conditions; not met if there are none.</summary>
public sealed record AnyOf(IReadOnlyList<FlowPredicate> Parts) : FlowPredicate
{
    internal override Clause Clause(bool negated) => new Clauses(negated, [.. Parts.Select(part => part.Clause(negated))]);
}
