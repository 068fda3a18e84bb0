using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class SecurityGroupStore(ControlTable table)
    : InventoryStore<SecurityGroupItem>(
        table, new("security group", "securitygroup", "sg-", "/api/securitygroups", "InvalidSecurityGroupId.NotFound"));
