namespace FlowLog.Scan;

/// <summary>All of some conditions; met if there are none.</summary>
public sealed record AllOf(IReadOnlyList<FlowPredicate> Parts) : FlowPredicate
{
    internal override Clause Clause(bool negated) => new Clauses(!negated, [.. Parts.Select(part => part.Clause(negated))]);
}
