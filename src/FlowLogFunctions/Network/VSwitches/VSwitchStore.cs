using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class VSwitchStore(ControlTable table)
    : InventoryStore<VSwitch>(table, new("VSwitch", "vswitch", "vsw-", "/api/vswitches", "InvalidVSwitchId.NotFound"));
