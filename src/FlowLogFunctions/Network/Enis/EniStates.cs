using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLogFunctions.Network;

/// <summary>What an ENI was, one state after another.</summary>
internal static class EniStates
{
    /// <param name="now">Null if the ENI is gone.</param>
    /// <param name="former">Of this ENI, from the one that ended first.</param>
    public static IReadOnlyList<Dated<Membership>> Of(Eni? now, IEnumerable<FormerEni> former)
    {
        var states = new List<Dated<Membership>>();
        long? ended = null;
        foreach (var state in former)
        {
            var members = new Membership([.. state.Addresses.Select(IpAddress.Parse)], state.SecurityGroupIds);
            states.Add(new(members, ended ?? state.CreatedAt.ToUnixTimeMilliseconds(), state.UntilMilliseconds));
            ended = state.UntilMilliseconds;
        }

        if (now is not null)
            states.Add(new(new Membership([.. now.Addresses], now.SecurityGroupIds), ended ?? now.CreatedAt.ToUnixTimeMilliseconds()));
        return states;
    }

    /// <summary>The first state as if it had always been: for traffic that is older than the ENI.</summary>
    public static IEnumerable<Dated<Membership>> FromTheBeginning(IReadOnlyList<Dated<Membership>> states) =>
        states.Select((state, i) => i == 0 ? state with { From = long.MinValue } : state);
}
