using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Reads one side of a rule.</summary>
internal static class RulePeerReader
{
    /// <param name="side">The prefix of its properties: source or dest.</param>
    /// <param name="isPeer">Whether it is the side that is not the ENI: its properties then have short names too, <c>cidr</c> for <c>sourceCidr</c>.</param>
    /// <returns>What counts of what is given, and the property that gives it.</returns>
    public static (RulePeer Peer, string Field) Read(BodyReader body, string side, bool isPeer)
    {
        var (cidr, cidrField) = Text(body, side, "Cidr", isPeer, InventoryRules.AnyBlock);
        var (group, groupField) = Text(body, side, "GroupId", isPeer, null);
        var (list, listField) = Text(body, side, "PrefixListId", isPeer, null);
        var peer = new RulePeer { Cidr = cidr is null ? null : Cidr.Parse(cidr), GroupId = group, PrefixListId = list }.Effective;
        return (peer, peer.GroupId is not null ? groupField : peer.PrefixListId is not null ? listField : cidrField);
    }

    private static (string? Text, string Field) Text(BodyReader body, string side, string name, bool isPeer, Func<string, string?>? rule)
    {
        var full = body.Text(side + name, rule: rule);
        if (!isPeer)
            return (full, side + name);
        var shortName = char.ToLowerInvariant(name[0]) + name[1..];
        var text = body.Text(shortName, rule: rule);
        if (body.Has(side + name) && body.Has(shortName))
            body.Problem(shortName, "InvalidParameter.Conflict", $"says the same as {side + name}; give one of them.");
        return body.Has(shortName) ? (text, shortName) : (full, side + name);
    }
}
