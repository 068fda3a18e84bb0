using FlowLog.Network;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes a security group with its first version.</summary>
internal sealed class CreateSecurityGroup(
    SecurityGroupStore groups, VpcStore vpcs, SecurityGroupRevision revision, NetworkDecisions decisions, IdSource ids, TimeProvider time)
{
    public Task<Outcome<Versioned<SecurityGroupItem>>> RunAsync(Scope scope, BodyReader body, CancellationToken cancellation)
    {
        var type = CamelCaseEnum<SecurityGroupType>.Parse(body.Choice("type", CamelCaseEnum<SecurityGroupType>.Names)) ?? SecurityGroupType.Normal;
        var group = new SecurityGroupItem
        {
            Id = ids.Next(groups.Kind.IdPrefix),
            VpcId = body.Text("vpcId", required: true) ?? "",
            Type = type,
            InnerAccessPolicy = type == SecurityGroupType.Normal ? InnerAccess.Accept : null,
            CreatedAt = time.GetUtcNow(),
        };
        var fields = SecurityGroupFields.Read(body);
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        return decisions.CreateAsync(groups, scope, async changes => await revision.ReviseAsync(
            scope, group, fields, [.. problems, .. await VpcProblemsAsync(scope, group.VpcId, cancellation)], changes, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<FieldProblem>> VpcProblemsAsync(Scope scope, string vpcId, CancellationToken cancellation) =>
        vpcId.Length == 0 || await vpcs.FindAsync(scope, vpcId, cancellation) is not null ? [] : [vpcs.NoSuch("vpcId", vpcId)];
}
