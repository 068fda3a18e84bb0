using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>The records of one step of an ENI: direction, verdict and path of each flow, and at the end what each window lacks.</summary>
internal sealed class StepRecords(FlowRecord template, CapturePlan plan, FlowJudge judge, TrafficPaths paths)
{
    /// <summary>Starts of the windows that have a record.</summary>
    private readonly HashSet<long> _windows = [];

    /// <summary>Records of flows, one by one as they are asked for.</summary>
    public IEnumerable<FlowRecord> Of(IReadOnlyList<FlowTotals> flows) => Of(judge.Judge(flows));

    /// <summary>Records of flows whose verdicts stay.</summary>
    public IEnumerable<FlowRecord> Of(IEnumerable<JudgedFlow> flows) => flows.Select(flow => Noted(Record(flow)));

    /// <summary>What could not be read, and the windows without traffic: those that have no record by now, unless the source knows them.</summary>
    public IReadOnlyList<FlowRecord> OfTheRest(SourceReading reading)
    {
        var rest = reading.Losses.Select(loss => Noted(Skipped(loss))).ToList();
        rest.AddRange((reading.Quiet ?? Empty()).Select(NoData).ToList());
        return rest;
    }

    private FlowRecord Noted(FlowRecord record)
    {
        _windows.Add(CaptureWindow.Holding(record.Start, plan.IntervalSeconds).Start);
        return record;
    }

    private FlowRecord Record(JudgedFlow judged) => template with
    {
        Flow = judged.Flow.Flow,
        Direction = judged.Direction,
        Action = judged.Verdict.Action,
        Packets = judged.Flow.Packets,
        Bytes = judged.Flow.Bytes,
        Start = UnixTime.Seconds(judged.Flow.FirstNanoseconds),
        End = UnixTime.Seconds(judged.Flow.LastNanoseconds),
        TcpFlags = judged.Flow.TcpFlags,
        TrafficPath = paths.Of(judged.Flow.Flow, judged.Direction),
        RuleId = judged.Verdict.RuleId,
        RuleVersion = judged.Verdict.RuleVersion,
        Icmp = judged.Flow.Icmp.ToString(),
        BytesError = (long)Math.Ceiling(Math.Sqrt(judged.Flow.BytesVariance)),
    };

    private FlowRecord Skipped(Loss loss)
    {
        var window = CaptureWindow.Holding(loss.Time, plan.IntervalSeconds);
        return template with { Status = LogStatus.SkipData, Start = window.Start, End = window.End, SkipReason = loss.Reason };
    }

    private FlowRecord NoData(CaptureWindow window) => template with { Status = LogStatus.NoData, Start = window.Start, End = window.End };

    private IEnumerable<CaptureWindow> Empty()
    {
        for (var time = plan.From; time < plan.Until;)
        {
            var window = CaptureWindow.Holding(time, plan.IntervalSeconds);
            if (!_windows.Contains(window.Start))
                yield return new(time, Math.Min(window.End, plan.Until));
            time = window.End;
        }
    }
}
