using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Which ENIs the flow logs of an account's region cover that are active or were a short while ago: the ENI itself, or all of its VSwitch
/// or VPC, later ones too.
/// </summary>
internal sealed class Coverage(FlowLogStore flowLogs, EndedFlowLogs ended, EniStore enis)
{
    public async Task<IReadOnlyList<CoveredEni>> OfAsync(Scope scope, CancellationToken cancellation)
    {
        // One that ends between the two is seen twice rather than not at all.
        var active = await flowLogs.AllAsync(scope, cancellation).Select(row => row.Value).Concat(ended.AllAsync(scope, cancellation))
            .Select(CoveredTime.Of).OfType<CoveredTime>().ToListAsync(cancellation);
        var covered = new List<CoveredEni>();
        if (active.Count == 0)
            return covered;
        await foreach (var eni in enis.AllAsync(scope, cancellation))
        {
            var covering = active.Where(covering => Covers(covering.FlowLog.ResourceType, covering.FlowLog.ResourceId, eni.Value)).ToList();
            if (covering.Count > 0)
                covered.Add(new(eni.Value, covering));
        }

        return covered;
    }

    /// <summary>Whether an ENI is this resource, or belongs to it.</summary>
    public static bool Covers(FlowLogResourceType type, string resourceId, Eni eni) => resourceId == type switch
    {
        FlowLogResourceType.ENI => eni.Id,
        FlowLogResourceType.VSwitch => eni.VSwitchId,
        _ => eni.VpcId,
    };
}
