using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>
/// Gathers what judges an ENI's traffic. Versions are those of the groups' rules; who is a member of a group and what is on a prefix
/// list is taken as it is now.
/// </summary>
internal sealed class SecurityRules(SecurityGroupVersionStore versions, EniStore enis, PrefixListStore lists)
{
    public async Task<SecurityGroupHistory> OfEniAsync(Scope scope, Eni eni, CancellationToken cancellation)
    {
        var history = new List<SecurityGroup>();
        foreach (var id in eni.SecurityGroupIds)
            await foreach (var version in versions.AllAsync(scope, id, cancellation))
                history.Add(version.Value.ToGroup(id));
        RulePeer[] peers = [.. history.SelectMany(version => version.Rules).SelectMany(rule => new[] { rule.Source, rule.Destination }).Distinct()];
        var members = await MembersAsync(scope, [.. eni.SecurityGroupIds, .. peers.Select(peer => peer.GroupId).OfType<string>()], cancellation);
        var prefixLists = await PrefixListsAsync(scope, peers.Select(peer => peer.PrefixListId).OfType<string>().Distinct(), cancellation);
        return new SecurityGroupHistory(history, group => members.GetValueOrDefault(group) ?? [], prefixLists);
    }

    private async Task<Dictionary<string, HashSet<IpAddress>>> MembersAsync(Scope scope, HashSet<string> groups, CancellationToken cancellation)
    {
        var members = new Dictionary<string, HashSet<IpAddress>>();
        await foreach (var eni in enis.AllAsync(scope, cancellation))
            foreach (var group in eni.Value.SecurityGroupIds.Where(groups.Contains))
                (members.TryGetValue(group, out var addresses) ? addresses : members[group] = []).UnionWith(eni.Value.Addresses);
        return members;
    }

    private async Task<IReadOnlyList<PrefixList>> PrefixListsAsync(Scope scope, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var found = new List<PrefixList>();
        foreach (var id in ids)
            if (await lists.FindAsync(scope, id, cancellation) is { } list)
                found.Add(new PrefixList(id, [.. list.Value.Entries.Select(Cidr.Parse)]));
        return found;
    }
}
