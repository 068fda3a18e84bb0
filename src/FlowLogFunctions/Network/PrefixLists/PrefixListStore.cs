using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class PrefixListStore(ControlTable table)
    : InventoryStore<PrefixListItem>(table, new("prefix list", "prefixlist", "pl-", "/api/prefixlists", "InvalidPrefixListId.NotFound"));
