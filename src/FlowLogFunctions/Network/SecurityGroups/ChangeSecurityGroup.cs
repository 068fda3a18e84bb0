using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Changes what the body names of a security group; a list of rules takes the place of the one before.</summary>
internal sealed class ChangeSecurityGroup(SecurityGroupStore groups, SecurityGroupRevision revision, NetworkDecisions decisions)
{
    public Task<Outcome<Versioned<SecurityGroupItem>>> RunAsync(
        Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation) =>
        ChangeAsync(scope, id, ifMatch, body, SecurityGroupFields.Read(body), cancellation);

    /// <summary>The same for a body that holds nothing but the rules.</summary>
    public Task<Outcome<Versioned<SecurityGroupItem>>> ReplaceRulesAsync(
        Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation) =>
        ChangeAsync(scope, id, ifMatch, body, SecurityGroupFields.ReadOnlyRules(body), cancellation);

    private Task<Outcome<Versioned<SecurityGroupItem>>> ChangeAsync(
        Scope scope, string id, string? ifMatch, BodyReader body, SecurityGroupFields fields, CancellationToken cancellation)
    {
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        return decisions.ChangeAsync(
            groups, scope, id, ifMatch, (group, changes) => revision.ReviseAsync(scope, group, fields, problems, changes, cancellation), cancellation);
    }
}
