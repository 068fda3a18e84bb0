using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Deletes a security group that has no ENI and that no rule of another group refers to.</summary>
internal sealed class DeleteSecurityGroup(SecurityGroupStore groups, EniStore enis, NetworkDecisions decisions)
{
    public Task<Refusal?> RunAsync(Scope scope, string id, string? ifMatch, CancellationToken cancellation) =>
        decisions.DeleteAsync(groups, scope, id, ifMatch, _ => HoldersAsync(scope, id, cancellation), cancellation);

    private IAsyncEnumerable<FieldProblem> HoldersAsync(Scope scope, string id, CancellationToken cancellation) =>
        enis.AllAsync(scope, cancellation).Where(row => row.Value.SecurityGroupIds.Contains(id)).Select(row => Dependency.Of(enis.Kind, row.Value))
            .Concat(groups.AllAsync(scope, cancellation)
                .Where(row => row.Value.Id != id && row.Value.Rules.Any(rule => rule.References.Contains(id)))
                .Select(row => Dependency.Of(groups.Kind, row.Value)));
}
