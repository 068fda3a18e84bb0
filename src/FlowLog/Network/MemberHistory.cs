using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// Who was a member of which security group when. What an ENI was first it also was before it was made, as far as no other ENI had the
/// address then: traffic that is older than the inventory is judged as if the inventory had been there.
/// </summary>
public sealed class MemberHistory
{
    public static readonly MemberHistory None = new([], new HashSet<string>());

    private readonly Dictionary<string, List<Dated<IpAddress>>> _members;

    /// <param name="enis">Of one VPC: the states of each, from its first one.</param>
    /// <param name="groups">The groups that will be asked for.</param>
    public MemberHistory(IEnumerable<IReadOnlyList<Dated<Membership>>> enis, IReadOnlySet<string> groups)
    {
        _members = groups.ToDictionary(group => group, _ => new List<Dated<IpAddress>>());
        var known = new HashSet<IpAddress>();
        foreach (var (state, isFirst) in enis.SelectMany(states => states.Select((state, i) => (State: state, i == 0))).OrderBy(each => each.State.From))
        {
            foreach (var address in state.Value.Addresses)
            {
                var reachesBack = known.Add(address) && isFirst;
                var member = new Dated<IpAddress>(address, reachesBack ? long.MinValue : state.From, state.Until);
                foreach (var group in state.Value.GroupIds)
                    _members.GetValueOrDefault(group)?.Add(member);
            }
        }
    }

    /// <summary>The times at which somebody joined or left.</summary>
    public IEnumerable<long> Changes => _members.Values.SelectMany(members => members).SelectMany(member => new[] { member.From, member.Until });

    public IReadOnlyCollection<IpAddress> At(string group, long unixMilliseconds) =>
        [.. _members.GetValueOrDefault(group, []).Where(member => member.HoldsAt(unixMilliseconds)).Select(member => member.Value).Distinct()];
}
