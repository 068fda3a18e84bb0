using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Which ENIs the active flow logs of an account's region cover: the ENI itself, or all of its VSwitch or VPC, later ones too.</summary>
internal sealed class Coverage(FlowLogStore flowLogs, EniStore enis)
{
    public async Task<IReadOnlyList<CoveredEni>> OfAsync(Scope scope, CancellationToken cancellation)
    {
        var active = new List<FlowLogs.FlowLog>();
        await foreach (var flowLog in flowLogs.AllAsync(scope, cancellation))
        {
            if (flowLog.Value is { IsCapturing: true, ActiveSince: not null })
                active.Add(flowLog.Value);
        }

        var covered = new List<CoveredEni>();
        if (active.Count == 0)
            return covered;
        await foreach (var eni in enis.AllAsync(scope, cancellation))
        {
            var covering = active.Where(flowLog => Covers(flowLog, eni.Value)).ToList();
            if (covering.Count > 0)
                covered.Add(new(eni.Value, covering));
        }

        return covered;
    }

    private static bool Covers(FlowLogs.FlowLog flowLog, Eni eni) => flowLog.ResourceId == flowLog.ResourceType switch
    {
        FlowLogResourceType.ENI => eni.Id,
        FlowLogResourceType.VSwitch => eni.VSwitchId,
        _ => eni.VpcId,
    };
}
