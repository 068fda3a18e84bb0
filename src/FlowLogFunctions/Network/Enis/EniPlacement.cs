using FlowLog.Flows;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Puts an ENI into its VSwitch and its security groups, if they take it.</summary>
internal sealed class EniPlacement(EniStore enis, VSwitchStore vSwitches, SecurityGroupStore groups)
{
    /// <summary>The ENI with its VPC and, if it has none, an address; or all that is wrong, with the problems that were found before.</summary>
    public async Task<Outcome<Eni>> PlaceAsync(Scope scope, Eni eni, IReadOnlyList<FieldProblem> before, CancellationToken cancellation)
    {
        List<FieldProblem> problems = [.. before];
        var found = eni.VSwitchId.Length == 0 ? null : await vSwitches.FindAsync(scope, eni.VSwitchId, cancellation);
        if (found is null && eni.VSwitchId.Length > 0)
            problems.Add(vSwitches.NoSuch("vswitchId", eni.VSwitchId));
        problems.AddRange(await GroupProblemsAsync(scope, eni, found?.Value.VpcId, cancellation));
        if (found?.Value is not { } vSwitch)
            return Refusal.Invalid(problems);

        var addresses = new EniAddresses(vSwitch, await TakenAsync(scope, vSwitch.VpcId, eni.Id, cancellation));
        problems.AddRange(addresses.Problems(eni));
        IpAddress? assigned = eni.PrivateIpAddresses.Count == 0 ? addresses.FirstFree() : null;
        if (eni.PrivateIpAddresses.Count == 0 && assigned is null)
            problems.Add(new("vswitchId", "InvalidVSwitchId.IpNotEnough", $"names VSwitch {vSwitch.Id}, which has no free address."));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        return eni with { VpcId = vSwitch.VpcId, PrivateIpAddresses = assigned is { } address ? [address.ToString()] : eni.PrivateIpAddresses };
    }

    /// <param name="vpcId">Null if it is not known; then only the groups are looked at.</param>
    private async Task<IReadOnlyList<FieldProblem>> GroupProblemsAsync(Scope scope, Eni eni, string? vpcId, CancellationToken cancellation)
    {
        const string Field = "securityGroupIds";
        var problems = new List<FieldProblem>();
        var found = new List<SecurityGroupItem>();
        foreach (var id in eni.SecurityGroupIds.Distinct())
        {
            if (await groups.FindAsync(scope, id, cancellation) is not { } group)
                problems.Add(groups.NoSuch(Field, id));
            else
                found.Add(group.Value);
        }

        foreach (var other in found.Where(group => vpcId is not null && group.VpcId != vpcId))
            problems.Add(new(Field, "InvalidSecurityGroupId.Mismatch", $"names {other.Id}, which is of another VPC, {other.VpcId}."));
        if (found.DistinctBy(group => group.Type).Count() > 1)
            problems.Add(new(Field, "InvalidSecurityGroupId.TypeMismatch", "names groups of both types; all groups of an ENI must be of one type."));
        return problems;
    }

    private async Task<IReadOnlyDictionary<IpAddress, string>> TakenAsync(Scope scope, string vpcId, string ownId, CancellationToken cancellation)
    {
        var taken = new Dictionary<IpAddress, string>();
        await foreach (var other in enis.AllAsync(scope, cancellation).Select(row => row.Value))
            if (other.VpcId == vpcId && other.Id != ownId)
                foreach (var address in other.Addresses)
                    taken[address] = other.Id;
        return taken;
    }
}
