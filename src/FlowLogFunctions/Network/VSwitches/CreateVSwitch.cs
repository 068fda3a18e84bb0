using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes a VSwitch, whose blocks lie within its VPC's and beside those of the VPC's other VSwitches.</summary>
internal sealed class CreateVSwitch(VSwitchStore vSwitches, VpcStore vpcs, NetworkDecisions decisions, IdSource ids, TimeProvider time)
{
    public Task<Outcome<Versioned<VSwitch>>> RunAsync(Scope scope, BodyReader body, CancellationToken cancellation)
    {
        var vSwitch = new VSwitch
        {
            Id = ids.Next(vSwitches.Kind.IdPrefix),
            Name = body.Text("name", rule: InventoryRules.Name) ?? "",
            Description = body.Text("description", rule: InventoryRules.Description) ?? "",
            VpcId = body.Text("vpcId", required: true) ?? "",
            CidrBlock = body.Text("cidrBlock", required: true, InventoryRules.VSwitchBlock) ?? "",
            Ipv6CidrBlock = body.Text("ipv6CidrBlock", rule: InventoryRules.Ipv6Block) is { } block ? Cidr.Parse(block).ToString() : null,
            ZoneId = body.Text("zoneId", rule: InventoryRules.ZoneId),
            CreatedAt = time.GetUtcNow(),
        };
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        return decisions.CreateAsync<VSwitch>(vSwitches, scope, async _ =>
        {
            FieldProblem[] all = [.. problems, .. await ReferencesAsync(scope, vSwitch, cancellation)];
            return all.Length == 0 ? vSwitch : Refusal.Invalid(all);
        }, cancellation);
    }

    private async Task<IReadOnlyList<FieldProblem>> ReferencesAsync(Scope scope, VSwitch vSwitch, CancellationToken cancellation)
    {
        if (vSwitch.VpcId.Length == 0)
            return [];
        if (await vpcs.FindAsync(scope, vSwitch.VpcId, cancellation) is not { } vpc)
            return [vpcs.NoSuch("vpcId", vSwitch.VpcId)];
        var siblings = await vSwitches.AllAsync(scope, cancellation).Select(row => row.Value).Where(other => other.VpcId == vSwitch.VpcId).ToListAsync(cancellation);
        return
        [
            .. vSwitch.CidrBlock.Length == 0 ? [] : Place("cidrBlock", vSwitch.Block, vpc.Value.Block, siblings, other => other.Block),
            .. vSwitch.Ipv6Block is { } block ? Place("ipv6CidrBlock", block, vpc.Value.Ipv6Block, siblings, other => other.Ipv6Block) : [],
        ];
    }

    private static IEnumerable<FieldProblem> Place(string field, Cidr block, Cidr? whole, IReadOnlyList<VSwitch> siblings, Func<VSwitch, Cidr?> blockOf)
    {
        if (whole?.Contains(block) != true)
            yield return new(field, "InvalidCidrBlock.NotInVpc", whole is null ? "is given, but the VPC has no such block." : $"must lie within the VPC's block {whole}.");
        foreach (var other in siblings)
            if (blockOf(other)?.Overlaps(block) == true)
                yield return new(field, "InvalidCidrBlock.Overlapped", $"overlaps {blockOf(other)} of VSwitch {other.Id}.");
    }
}
