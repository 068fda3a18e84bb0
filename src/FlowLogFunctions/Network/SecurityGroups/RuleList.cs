using FlowLog.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>The next version of a group's rules.</summary>
internal static class RuleList
{
    /// <summary>Rules of one group.</summary>
    public const int MaxRules = 200;

    /// <summary>
    /// The rules of <paramref name="after"/>: one with an id keeps it, one that says what a rule of <paramref name="before"/> says gets
    /// that one's, any other gets a new one. What is said twice is there once, as when AuthorizeSecurityGroup adds a rule that exists.
    /// </summary>
    public static IReadOnlyList<SecurityRule> Replace(IReadOnlyList<SecurityRule> before, IReadOnlyList<SecurityRule> after, IdSource ids)
    {
        var free = before.Where(rule => !after.Any(other => other.Id == rule.Id)).ToList();
        var rules = new List<SecurityRule>();
        foreach (var rule in after)
        {
            if (rules.Exists(rule.Repeats))
                continue;
            var same = rule.Id.Length > 0 ? null : free.Find(rule.Repeats);
            rules.Add(rule with { Id = rule.Id.Length > 0 ? rule.Id : same?.Id ?? ids.Next("sgr-") });
            if (same is not null)
                free.Remove(same);
        }

        return rules;
    }
}
