using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Deletes a prefix list that no rule refers to.</summary>
internal sealed class DeletePrefixList(PrefixListStore lists, FormerPrefixListStore former, SecurityGroupStore groups, NetworkDecisions decisions, TimeProvider time)
{
    public Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation) =>
        decisions.DeleteAsync(
            lists, scope, id, ifMatch, _ => HoldersAsync(scope, id, cancellation), cancellation,
            (list, changes) => former.EndAsync(scope, new(id, time.GetUtcNow(), list.Entries), changes, cancellation));

    private IAsyncEnumerable<FieldProblem> HoldersAsync(Scope scope, string id, CancellationToken cancellation) =>
        groups.AllAsync(scope, cancellation)
            .Where(row => row.Value.Rules.Any(rule => rule.References.Contains(id)))
            .Select(row => Dependency.Of(groups.Kind, row.Value));
}
