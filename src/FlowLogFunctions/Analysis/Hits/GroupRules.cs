using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Scan;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>The rules that a security group has and had, and the defaults that decide where none of them does.</summary>
/// <param name="now">The latest version.</param>
/// <param name="everyId">Ids of rules of all versions.</param>
internal sealed class GroupRules(SecurityGroupItem now, IReadOnlySet<string> everyId)
{
    /// <summary>What may have decided for a member, whatever the group was at the time.</summary>
    private static readonly IReadOnlyList<string> EveryDefault =
    [
        DefaultRules.InnerAccept, DefaultRules.InnerDrop, DefaultRules.IngressDrop, DefaultRules.EgressAccept, DefaultRules.EgressDrop, DefaultRules.SmtpDrop,
    ];

    /// <summary>The records that one of them decided.</summary>
    /// <param name="ofMembers">The records of the group's members.</param>
    public FlowPredicate Records(FlowPredicate ofMembers) => FlowPredicate.Or(
        new TextIn(FlowFields.RuleId, [.. everyId]), FlowPredicate.And(new TextIn(FlowFields.RuleId, EveryDefault), ofMembers));

    /// <summary>
    /// Those of the latest version in their order, and its defaults, with or without hits; behind each of both those of earlier times that
    /// have some.
    /// </summary>
    public IReadOnlyList<RuleHit> Items(IReadOnlyDictionary<(string RuleId, int Version), HitSum> hits)
    {
        var current = now.Rules.Select(rule => rule.Id).ToList();
        var former = hits.Keys.Select(hit => hit.RuleId).Where(everyId.Contains).Except(current).Order(StringComparer.Ordinal);
        var defaults = DefaultsOf(now).ToList();
        return
        [
            .. current.Concat(former).SelectMany(id => Items(id, now.Version, hits)),
            .. defaults.SelectMany(id => Items(id, 0, hits)),
            .. EveryDefault.Except(defaults).Where(id => hits.ContainsKey((id, 0))).SelectMany(id => Items(id, 0, hits)),
        ];
    }

    private static IEnumerable<RuleHit> Items(string id, int version, IReadOnlyDictionary<(string RuleId, int Version), HitSum> hits) => hits
        .Where(hit => hit.Key.RuleId == id).OrderBy(hit => hit.Key.Version).Select(hit => hit.Value.Of(id, hit.Key.Version))
        .DefaultIfEmpty(HitSum.None.Of(id, version));

    private static IEnumerable<string> DefaultsOf(SecurityGroupItem group) => group switch
    {
        { Type: SecurityGroupType.Enterprise } => [DefaultRules.IngressDrop, DefaultRules.EgressDrop],
        { InnerAccessPolicy: InnerAccess.Drop } => [DefaultRules.InnerDrop, DefaultRules.IngressDrop, DefaultRules.EgressAccept],
        _ => [DefaultRules.InnerAccept, DefaultRules.IngressDrop, DefaultRules.EgressAccept],
    };
}
