using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>Which ENIs were in a security group, and when: what defaults decided says no group.</summary>
internal sealed class GroupMembers(EniStore enis, FormerEniStore formerEnis)
{
    private const long MillisecondsPerSecond = 1_000;

    /// <summary>The records of a range that began while their ENI was in the group.</summary>
    public async Task<FlowPredicate> RecordsAsync(Scope scope, SecurityGroupItem of, TimeRange range, CancellationToken cancellation)
    {
        var former = (await formerEnis.AllAsync(scope, cancellation).Where(eni => eni.VpcId == of.VpcId).ToListAsync(cancellation)).ToLookup(eni => eni.Id);
        var now = await enis.AllAsync(scope, cancellation).Select(row => row.Value).Where(eni => eni.VpcId == of.VpcId).ToDictionaryAsync(eni => eni.Id, cancellationToken: cancellation);
        var times =
            from id in now.Keys.Union(former.Select(eni => eni.Key))
            from state in EniStates.FromTheBeginning(EniStates.Of(now.GetValueOrDefault(id), former[id]))
            where state.Value.GroupIds.Contains(of.Id)
            group id by TimeOf(state, range) into members
            where members.Key.From < members.Key.To
            select FlowPredicate.And(QueryScope.Of(members.Key), new TextIn(FlowFields.EniId, [.. members]));
        return FlowPredicate.Or(times);
    }

    /// <summary>A second in which a state ended belongs to the next one.</summary>
    private static TimeRange TimeOf(Dated<Membership> state, TimeRange range) => new(
        state.From == long.MinValue ? range.From : Math.Max(range.From, state.From / MillisecondsPerSecond),
        state.Until == long.MaxValue ? range.To : Math.Min(range.To, state.Until / MillisecondsPerSecond));
}
