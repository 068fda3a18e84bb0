namespace FlowLogFunctions.Network;

/// <summary>A list of blocks that rules refer to, as rows and answers write it.</summary>
internal sealed record PrefixListItem : InventoryItem
{
    /// <summary>Blocks that the list may hold.</summary>
    public const int MaxEntries = 200;

    /// <summary>CIDR blocks of either family; they may overlap.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];
}
