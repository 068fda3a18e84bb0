using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Finds what is wrong with the ids that the rules of a body name.</summary>
internal sealed class RuleReferences(SecurityGroupStore groups, PrefixListStore lists)
{
    /// <param name="group">The group that is to have the rules, with those that it has now.</param>
    public async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(
        Scope scope, SecurityGroupItem group, IReadOnlyList<RuleDraft> drafts, CancellationToken cancellation)
    {
        var problems = new List<FieldProblem>(IdProblems(group, drafts));
        var known = new Dictionary<string, SecurityGroupItem?>();
        var knownLists = new Dictionary<string, bool>();
        foreach (var (peer, field) in drafts.SelectMany(draft => new[] { (draft.Rule.Source, draft.SourceField), (draft.Rule.Destination, draft.DestinationField) }))
        {
            if (peer.GroupId is { } id)
            {
                if (!known.ContainsKey(id))
                    known[id] = (await groups.FindAsync(scope, id, cancellation))?.Value;
                problems.AddRange(GroupProblems(group, field, id, known[id]));
            }

            if (peer.PrefixListId is not { } listId)
                continue;
            if (!knownLists.ContainsKey(listId))
                knownLists[listId] = await lists.FindAsync(scope, listId, cancellation) is not null;
            if (!knownLists[listId])
                problems.Add(lists.NoSuch(field, listId));
        }

        return problems;
    }

    private static IEnumerable<FieldProblem> IdProblems(SecurityGroupItem group, IReadOnlyList<RuleDraft> drafts)
    {
        var seen = new HashSet<string>();
        foreach (var (rule, field, _, _) in drafts.Where(draft => draft.Rule.Id.Length > 0))
        {
            if (!group.Rules.Any(had => had.Id == rule.Id))
                yield return new(field, "InvalidSecurityGroupRuleId.NotFound", "is no rule of this group; leave the id out to add a rule.");
            else if (!seen.Add(rule.Id))
                yield return new(field, "MoreThanOnce", $"names {rule.Id}, which another rule of the list names too.");
        }
    }

    private IEnumerable<FieldProblem> GroupProblems(SecurityGroupItem group, string field, string id, SecurityGroupItem? named)
    {
        if (group.Type == SecurityGroupType.Enterprise)
            yield return new(field, "InvalidSourceGroupId.Mismatch", "names a group; rules of an enterprise security group cannot.");
        if (named is null)
            yield return groups.NoSuch(field, id);
        else if (named.VpcId != group.VpcId && group.VpcId.Length > 0)
            yield return new(field, "InvalidSourceGroupId.Mismatch", $"names {id}, which is of another VPC, {named.VpcId}.");
        else if (named.Type == SecurityGroupType.Enterprise)
            yield return new(field, "InvalidSourceGroupId.Mismatch", $"names {id}, an enterprise security group; only normal ones can be named.");
    }
}
