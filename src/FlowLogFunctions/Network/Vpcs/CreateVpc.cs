using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes a VPC. VPCs may overlap: each is an address space of its own.</summary>
internal sealed class CreateVpc(VpcStore vpcs, NetworkDecisions decisions, IdSource ids, TimeProvider time)
{
    public async Task<Outcome<Versioned<Vpc>>> RunAsync(Scope scope, BodyReader body, CancellationToken cancellation)
    {
        var vpc = new Vpc
        {
            Id = ids.Next(vpcs.Kind.IdPrefix),
            Name = body.Text("name", rule: InventoryRules.Name) ?? "",
            Description = body.Text("description", rule: InventoryRules.Description) ?? "",
            CidrBlock = body.Text("cidrBlock", required: true, InventoryRules.VpcBlock) ?? "",
            Ipv6CidrBlock = body.Text("ipv6CidrBlock", rule: InventoryRules.Ipv6Block) is { } block ? Cidr.Parse(block).ToString() : null,
            CreatedAt = time.GetUtcNow(),
        };
        return body.IsInvalid(out var refusal)
            ? refusal
            : await decisions.CreateAsync(vpcs, scope, _ => Task.FromResult<Outcome<Vpc>>(vpc), cancellation);
    }
}
