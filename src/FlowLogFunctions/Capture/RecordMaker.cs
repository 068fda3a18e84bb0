using System.Collections.Concurrent;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Knows what an ENI's records need besides its flows: the inventory, the rules, and its sessions from step to step.</summary>
internal sealed class RecordMaker(SecurityRules rules, VpcStore vpcs)
{
    /// <summary>Sessions remembered for one ENI; the oldest go first.</summary>
    private const int MaxSessions = 100_000;

    /// <summary>By ENI. After a restart the first windows know only their own sessions; docs/adr/0006 says what that means.</summary>
    private readonly ConcurrentDictionary<string, SessionTable> _sessions = new(StringComparer.Ordinal);

    public async Task<StepRecords> OpenAsync(Scope scope, Eni eni, CapturePlan plan, CancellationToken cancellation)
    {
        var groups = await rules.OfEniAsync(scope, eni, cancellation);
        var vpc = await vpcs.FindAsync(scope, eni.VpcId, cancellation);
        var template = new FlowRecord
        {
            AccountId = scope.AccountId,
            Region = scope.Region,
            VpcId = eni.VpcId,
            VSwitchId = eni.VSwitchId,
            VmId = eni.InstanceId ?? "-",
            EniId = eni.Id,
            SamplingRate = plan.Packets.IsSampled ? plan.Packets.SamplingRate : 0,
        };
        var sessions = _sessions.GetOrAdd(eni.Id, _ => new SessionTable(MaxSessions, FlowJudge.LatenessNs));
        return new(template, plan, new FlowJudge(groups, eni.Addresses.ToHashSet(), sessions), new TrafficPaths(vpc?.Value));
    }
}
