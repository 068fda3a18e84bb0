using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class EniStore(ControlTable table)
    : InventoryStore<Eni>(table, new("ENI", "eni", "eni-", "/api/enis", "InvalidNetworkInterfaceId.NotFound"));
