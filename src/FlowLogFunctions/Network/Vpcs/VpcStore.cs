using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class VpcStore(ControlTable table)
    : InventoryStore<Vpc>(table, new("VPC", "vpc", "vpc-", "/api/vpcs", "InvalidVpcId.NotFound"));
