using System.Text.Json.Serialization;
using FlowLog.Network;

namespace FlowLogFunctions.Network;

/// <summary>One version of a security group; in force from <paramref name="UpdatedAt"/> until the next one's.</summary>
internal sealed record SecurityGroupVersion(
    int Version,
    DateTimeOffset UpdatedAt,
    [property: JsonConverter(typeof(CamelCaseEnum<SecurityGroupType>))] SecurityGroupType Type,
    [property: JsonConverter(typeof(CamelCaseEnum<InnerAccess>))] InnerAccess? InnerAccessPolicy,
    IReadOnlyList<RuleItem> Rules)
{
    public static SecurityGroupVersion Of(SecurityGroupItem group) =>
        new(group.Version, group.UpdatedAt, group.Type, group.InnerAccessPolicy, group.Rules);

    public SecurityGroup ToGroup(string id) => new()
    {
        Id = id,
        Type = Type,
        InnerAccess = InnerAccessPolicy ?? InnerAccess.Drop,
        Version = Version,
        EffectiveFrom = UpdatedAt.ToUnixTimeMilliseconds(),
        Rules = [.. Rules.Select(rule => rule.ToRule())],
    };
}
