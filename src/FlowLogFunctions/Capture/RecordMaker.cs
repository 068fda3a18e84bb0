using System.Collections.Concurrent;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Knows what an ENI's records need besides its flows: the inventory, the rules, and its sessions from step to step.</summary>
internal sealed class RecordMaker(SecurityRules rules, VpcStore vpcs, TimeProvider time)
{
    /// <summary>Sessions remembered for one ENI; the oldest go first.</summary>
    private const int MaxSessions = 100_000;

    /// <summary>A session and the lateness of flows, which is as long, and the longest window.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromSeconds(2 * (SessionTable.IdleNs / 1_000_000_000)) + TimeSpan.FromMinutes(10);

    /// <summary>By ENI. After a restart the first windows know only their own sessions; docs/adr/0006 says what that means.</summary>
    private readonly ConcurrentDictionary<string, (SessionTable Sessions, DateTimeOffset UsedAt)> _sessions = new(StringComparer.Ordinal);

    /// <summary>ENIs whose sessions are remembered.</summary>
    public int Remembered => _sessions.Count;

    public Task<StepRecords> OpenAsync(Scope scope, Eni eni, CapturePlan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (sessions, _) = _sessions.AddOrUpdate(eni.Id, _ => (NewSessions(), now), (_, known) => (known.Sessions, now));
        return OpenAsync(scope, eni, plan, sessions, cancellation);
    }

    /// <summary>
    /// Forgets the sessions of ENIs that had no step for longer than a session lives and windows last. Call it after a run: after an outage the ENIs
    /// that are covered have had their steps by then, with the sessions of before.
    /// </summary>
    public void Forget()
    {
        var oldest = time.GetUtcNow() - Unused;
        foreach (var idle in _sessions.Where(entry => entry.Value.UsedAt < oldest))
            _sessions.TryRemove(idle);
    }

    /// <summary>As <see cref="OpenAsync(Scope, Eni, CapturePlan, CancellationToken)"/>, for a look at traffic that leaves the ENI's sessions alone.</summary>
    public Task<StepRecords> OpenApartAsync(Scope scope, Eni eni, CapturePlan plan, CancellationToken cancellation) =>
        OpenAsync(scope, eni, plan, NewSessions(), cancellation);

    private static SessionTable NewSessions() => new(MaxSessions, FlowJudge.LatenessNs);

    private async Task<StepRecords> OpenAsync(Scope scope, Eni eni, CapturePlan plan, SessionTable sessions, CancellationToken cancellation)
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
        return new(template, plan, new FlowJudge(groups, eni.Addresses.ToHashSet(), sessions), new TrafficPaths(vpc?.Value));
    }
}
