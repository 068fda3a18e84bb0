namespace FlowLogFunctions.Network;

/// <summary>Addresses and security groups that an ENI had once.</summary>
/// <param name="CreatedAt">The ENI's: when its first state began.</param>
internal sealed record FormerEni(
    string Id, DateTimeOffset Until, string VpcId, DateTimeOffset CreatedAt, IReadOnlyList<string> Addresses, IReadOnlyList<string> SecurityGroupIds)
    : Former(Id, Until)
{
    public static FormerEni Of(Eni eni, DateTimeOffset until) =>
        new(eni.Id, until, eni.VpcId, eni.CreatedAt, [.. eni.PrivateIpAddresses, .. eni.Ipv6Addresses], eni.SecurityGroupIds);

    /// <summary>Whether the ENI is no longer what it was.</summary>
    public bool DiffersFrom(Eni now) =>
        !Addresses.SequenceEqual(now.PrivateIpAddresses.Concat(now.Ipv6Addresses)) || !SecurityGroupIds.SequenceEqual(now.SecurityGroupIds);
}
