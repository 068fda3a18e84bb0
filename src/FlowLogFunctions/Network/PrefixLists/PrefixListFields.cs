using FlowLog.Flows;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>What a body says about a prefix list; null where it says nothing.</summary>
internal sealed record PrefixListFields(string? Name, string? Description, IReadOnlyList<string>? Entries)
{
    public static PrefixListFields Read(BodyReader body, bool isNew) => new(
        body.Text("name", rule: InventoryRules.Name),
        body.Text("description", rule: InventoryRules.Description),
        body.Texts("entries", PrefixListItem.MaxEntries, isNew, InventoryRules.AnyBlock));

    /// <summary>The list with what the body says; a block that is said twice is there once.</summary>
    public PrefixListItem Onto(PrefixListItem list) => list with
    {
        Name = Name ?? list.Name,
        Description = Description ?? list.Description,
        Entries = Entries is null ? list.Entries : [.. Entries.Select(entry => Cidr.Parse(entry).ToString()).Distinct()],
    };
}
