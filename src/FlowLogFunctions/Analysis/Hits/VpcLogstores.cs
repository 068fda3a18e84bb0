using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Analysis.Hits;

/// <summary>
/// Where the records of a VPC may lie: the Logstores that its flow logs name, and those of its VSwitches and ENIs, whether they capture or
/// not, or that were deleted a short while ago.
/// </summary>
internal sealed class VpcLogstores(FlowLogStore flowLogs, EndedFlowLogs ended, LogstoreStore logstores)
{
    /// <summary>Those whose report is on, by Project and name.</summary>
    public async Task<IReadOnlyList<Logstore>> OfAsync(Scope scope, string vpcId, CancellationToken cancellation)
    {
        var named = await flowLogs.AllAsync(scope, cancellation).Select(row => row.Value).Concat(ended.AllAsync(scope, cancellation))
            .Where(flowLog => flowLog.VpcId == vpcId).Select(flowLog => (flowLog.Project, flowLog.Logstore)).Distinct().ToListAsync(cancellation);
        var found = new List<Logstore>();
        foreach (var (project, logstore) in named.Order())
            if (await logstores.FindAsync(scope, project, logstore, cancellation) is { Value: { ReportSince: not null } there })
                found.Add(there);
        return found;
    }
}
