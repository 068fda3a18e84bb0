using System.Text.Json.Serialization;

namespace FlowLogFunctions.Network;

/// <summary>What every resource of the inventory has.</summary>
internal abstract record InventoryItem
{
    [JsonPropertyOrder(-3)]
    public required string Id { get; init; }

    /// <summary>Empty, or 2 to 128 characters.</summary>
    [JsonPropertyOrder(-2)]
    public string Name { get; init; } = "";

    /// <summary>Empty, or 2 to 256 characters.</summary>
    [JsonPropertyOrder(-1)]
    public string Description { get; init; } = "";

    [JsonPropertyOrder(1)]
    public required DateTimeOffset CreatedAt { get; init; }
}
