using FlowLog.Network;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes the next version of a security group, if its rules or its inner access policy become others.</summary>
internal sealed class SecurityGroupRevision(RuleReferences references, IdSource ids, TimeProvider time)
{
    /// <param name="group">As it is; version 0 if it is not there yet.</param>
    /// <param name="before">Problems that were found before.</param>
    /// <returns>The group as it is to be, with the row of its version among the changes; or all that is wrong.</returns>
    public async Task<Outcome<SecurityGroupItem>> ReviseAsync(
        Scope scope, SecurityGroupItem group, SecurityGroupFields fields, IReadOnlyList<FieldProblem> before, ControlChanges changes, CancellationToken cancellation)
    {
        List<FieldProblem> problems = [.. before, .. await references.ProblemsAsync(scope, group, fields.Rules ?? [], cancellation)];
        if (fields.InnerAccessPolicy is not null && group.Type == SecurityGroupType.Enterprise)
            problems.Add(new("innerAccessPolicy", "ValueNotSupported", "is only for security groups of type normal."));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var next = group with
        {
            Name = fields.Name ?? group.Name,
            Description = fields.Description ?? group.Description,
            InnerAccessPolicy = fields.InnerAccessPolicy ?? group.InnerAccessPolicy,
            Rules = fields.Rules is null ? group.Rules : Rules(group, fields.Rules),
        };
        if (group.Version > 0 && next.InnerAccessPolicy == group.InnerAccessPolicy && next.Rules.SequenceEqual(group.Rules))
            return next;
        next = next with { Version = group.Version + 1, UpdatedAt = Later(group.UpdatedAt, time.GetUtcNow()) };
        changes.Add(SecurityGroupVersionStore.Row(next.Id, next.Version), SecurityGroupVersion.Of(next));
        return next;
    }

    private RuleItem[] Rules(SecurityGroupItem group, IReadOnlyList<RuleDraft> drafts)
    {
        var rules = RuleList.Replace([.. group.Rules.Select(rule => rule.ToRule())], [.. drafts.Select(draft => draft.Rule)], ids);
        return [.. rules.Select(RuleItem.Of)];
    }

    /// <summary>Versions follow each other even where the clock goes back.</summary>
    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
