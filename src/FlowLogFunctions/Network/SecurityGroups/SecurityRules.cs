using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>
/// Gathers what judges an ENI's traffic, each with the times at which it was in force: the groups that the ENI was in, their rules, the
/// members of the groups that rules name, and the prefix lists.
/// </summary>
internal sealed class SecurityRules(
    SecurityGroupVersionStore versions, EniStore enis, FormerEniStore formerEnis, PrefixListStore lists, FormerPrefixListStore formerLists)
{
    public async Task<SecurityGroupHistory> OfEniAsync(Scope scope, Eni eni, CancellationToken cancellation)
    {
        var former = await formerEnis.AllAsync(scope, cancellation).Where(other => other.VpcId == eni.VpcId).ToListAsync(cancellation);
        var own = EniStates.Of(eni, former.Where(other => other.Id == eni.Id));
        string[] groups = [.. own.SelectMany(state => state.Value.GroupIds).Distinct()];
        var history = new List<SecurityGroup>();
        foreach (var id in groups)
            await foreach (var version in versions.AllAsync(scope, id, cancellation))
                history.Add(version.Value.ToGroup(id));
        RulePeer[] peers = [.. history.SelectMany(version => version.Rules).SelectMany(rule => new[] { rule.Source, rule.Destination }).Distinct()];
        var named = groups.Concat(peers.Select(peer => peer.GroupId).OfType<string>()).ToHashSet();
        return new SecurityGroupHistory(
            history,
            new MemberHistory(await StatesAsync(scope, eni.VpcId, former, cancellation), named),
            await PrefixListsAsync(scope, peers.Select(peer => peer.PrefixListId).OfType<string>().ToHashSet(), cancellation),
            [.. EniStates.FromTheBeginning(own).Select(state => new Dated<IReadOnlyList<string>>([.. state.Value.GroupIds], state.From, state.Until))]);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Dated<Membership>>>> StatesAsync(
        Scope scope, string vpcId, IReadOnlyList<FormerEni> former, CancellationToken cancellation)
    {
        var now = new Dictionary<string, Eni>();
        await foreach (var eni in enis.AllAsync(scope, cancellation).Where(eni => eni.Value.VpcId == vpcId))
            now[eni.Value.Id] = eni.Value;
        var before = former.ToLookup(eni => eni.Id);
        return [.. now.Keys.Union(before.Select(eni => eni.Key)).Select(id => EniStates.Of(now.GetValueOrDefault(id), before[id]))];
    }

    private async Task<IReadOnlyList<Dated<PrefixList>>> PrefixListsAsync(Scope scope, HashSet<string> ids, CancellationToken cancellation)
    {
        var found = new List<Dated<PrefixList>>();
        if (ids.Count == 0)
            return found;
        var ended = ids.ToDictionary(id => id, _ => long.MinValue);
        await foreach (var former in formerLists.AllAsync(scope, cancellation).Where(former => ids.Contains(former.Id)))
        {
            found.Add(new(Of(former.Id, former.Entries), ended[former.Id], former.UntilMilliseconds));
            ended[former.Id] = former.UntilMilliseconds;
        }

        foreach (var id in ids)
            if (await lists.FindAsync(scope, id, cancellation) is { } list)
                found.Add(new(Of(id, list.Value.Entries), ended[id]));
        return found;
    }

    private static PrefixList Of(string id, IReadOnlyList<string> entries) => new(id, [.. entries.Select(Cidr.Parse)]);
}
