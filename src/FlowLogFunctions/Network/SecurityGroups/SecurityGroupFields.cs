using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>What a body says about a security group that may change later; null where it says nothing.</summary>
internal sealed record SecurityGroupFields(string? Name, string? Description, InnerAccess? InnerAccessPolicy, IReadOnlyList<RuleDraft>? Rules)
{
    public static SecurityGroupFields Read(BodyReader body) => new(
        body.Text("name", rule: InventoryRules.Name),
        body.Text("description", rule: InventoryRules.Description),
        CamelCaseEnum<InnerAccess>.Parse(body.Choice("innerAccessPolicy", CamelCaseEnum<InnerAccess>.Names)),
        ReadRules(body, required: false));

    /// <summary>Only the list of rules, which must be there.</summary>
    public static SecurityGroupFields ReadOnlyRules(BodyReader body) => new(null, null, null, ReadRules(body, required: true));

    private static IReadOnlyList<RuleDraft>? ReadRules(BodyReader body, bool required) =>
        body.Objects("rules", RuleList.MaxRules, RuleDraft.Read, required);
}
