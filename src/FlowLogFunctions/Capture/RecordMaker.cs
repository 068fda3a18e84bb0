using System.Collections.Concurrent;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture;

/// <summary>Makes an ENI's flow records of one step: direction, verdict and path of each flow, and what a window lacks.</summary>
internal sealed class RecordMaker(SecurityRules rules, VpcStore vpcs)
{
    /// <summary>Sessions remembered for one ENI; the oldest go first.</summary>
    private const int MaxSessions = 100_000;

    /// <summary>By ENI. After a restart the first windows know only their own sessions; docs/adr/0006 says what that means.</summary>
    private readonly ConcurrentDictionary<string, SessionTable> _sessions = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<FlowRecord>> MakeAsync(
        Scope scope, Eni eni, CapturePlan plan, IReadOnlyList<FlowTotals> flows, SourceReading reading, CancellationToken cancellation)
    {
        var groups = await rules.OfEniAsync(scope, eni, cancellation);
        var vpc = await vpcs.FindAsync(scope, eni.VpcId, cancellation);
        var own = eni.Addresses.ToHashSet();
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
        var records = new List<FlowRecord>(flows.Count);
        var sessions = _sessions.GetOrAdd(eni.Id, _ => new SessionTable(MaxSessions, FlowJudge.LatenessNs));
        var paths = new TrafficPaths(vpc?.Value);
        foreach (var (flow, direction, verdict) in new FlowJudge(groups, own, sessions).Judge(flows).Concat(reading.Judged))
            records.Add(Record(template, flow, direction, verdict, paths));
        records.AddRange(reading.Losses.Select(loss => Skipped(template, plan, loss)));
        records.AddRange((reading.Quiet ?? Empty(plan, records)).Select(window => NoData(template, window)).ToList());
        return records;
    }

    private static FlowRecord Record(FlowRecord template, FlowTotals flow, Direction direction, Verdict verdict, TrafficPaths paths) => template with
    {
        Flow = flow.Flow,
        Direction = direction,
        Action = verdict.Action,
        Packets = flow.Packets,
        Bytes = flow.Bytes,
        Start = UnixTime.Seconds(flow.FirstNanoseconds),
        End = UnixTime.Seconds(flow.LastNanoseconds),
        TcpFlags = flow.TcpFlags,
        TrafficPath = paths.Of(flow.Flow, direction),
        RuleId = verdict.RuleId,
        RuleVersion = verdict.RuleVersion,
        Icmp = flow.Icmp.ToString(),
        BytesError = (long)Math.Ceiling(Math.Sqrt(flow.BytesVariance)),
    };

    private static FlowRecord Skipped(FlowRecord template, CapturePlan plan, Loss loss)
    {
        var window = CaptureWindow.Holding(loss.Time, plan.IntervalSeconds);
        return template with { Status = LogStatus.SkipData, Start = window.Start, End = window.End, SkipReason = loss.Reason };
    }

    private static FlowRecord NoData(FlowRecord template, CaptureWindow window) =>
        template with { Status = LogStatus.NoData, Start = window.Start, End = window.End };

    /// <summary>Each window of the step in which nothing was recorded.</summary>
    private static IEnumerable<CaptureWindow> Empty(CapturePlan plan, List<FlowRecord> records)
    {
        var full = records.Select(record => CaptureWindow.Holding(record.Start, plan.IntervalSeconds).Start).ToHashSet();
        for (var time = plan.From; time < plan.Until;)
        {
            var window = CaptureWindow.Holding(time, plan.IntervalSeconds);
            if (!full.Contains(window.Start))
                yield return new(time, Math.Min(window.End, plan.Until));
            time = window.End;
        }
    }
}
