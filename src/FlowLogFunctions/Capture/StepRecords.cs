using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>The records of one step of an ENI: direction, verdict and path of each flow, and at the end what each window lacks.</summary>
internal sealed class StepRecords(FlowRecord template, CapturePlan plan, FlowJudge judge, TrafficPaths paths)
{
    private const int Minute = 60;

    /// <summary>The minutes of the plan's windows that have a record.</summary>
    private readonly HashSet<long> _busy = [];

    private readonly (long From, long Until) _time = (
        CaptureWindow.Holding(plan.From, plan.IntervalSeconds).Start, CaptureWindow.Holding(Math.Max(plan.From, plan.Until - 1), plan.IntervalSeconds).End);

    /// <summary>The minutes of the plan's windows that have a record, as Unix seconds.</summary>
    public IReadOnlyList<long> Busy => [.. _busy.Order()];

    /// <summary>Takes it that minutes have records, of a step before.</summary>
    public void Know(IReadOnlyList<long> busy) => _busy.UnionWith(busy);

    /// <summary>Records of flows, one by one as they are asked for.</summary>
    public IEnumerable<FlowRecord> Of(IReadOnlyList<FlowTotals> flows) => Of(judge.Judge(flows));

    /// <summary>Records of flows whose verdicts stay.</summary>
    public IEnumerable<FlowRecord> Of(IEnumerable<JudgedFlow> flows) => flows.Select(flow => Noted(Record(flow)));

    /// <summary>
    /// What could not be read, and the windows without traffic: those that have no record by now, unless the source knows them, or has not come to
    /// their end.
    /// </summary>
    public IReadOnlyList<FlowRecord> OfTheRest(SourceReading reading)
    {
        var rest = reading.Losses.Select(loss => Noted(Skipped(loss))).ToList();
        if (!reading.IsCut)
            rest.AddRange((reading.Quiet ?? Empty()).Select(NoData).ToList());
        return rest;
    }

    /// <summary>
    /// Of a step that is repeated without all that it read before: what is missing in it nobody can tell, so it is said of all that it is about.
    /// </summary>
    /// <param name="gone">What is no longer there; at least one.</param>
    public IReadOnlyList<FlowRecord> OfTheGone(IReadOnlyList<string> gone)
    {
        var more = gone.Count == 1 ? "" : FormattableString.Invariant($" and {gone.Count - 1} more");
        var reason = $"{gone[0]}{more}: removed or replaced before a step that reads it was repeated; packets of it, and of what is read with it, may be missing";
        return [.. TimesOfPlan().Select(time => Noted(Skipped(new(time, reason))))];
    }

    private IEnumerable<long> TimesOfPlan()
    {
        var hours = plan.Files.Select(file => file.Log?.Hour).OfType<long>().Distinct().ToList();
        if (hours.Count > 0 || plan.Until <= plan.From)
            return hours.DefaultIfEmpty(plan.From - 1);
        return Windows().Select(window => window.Start);
    }

    private FlowRecord Noted(FlowRecord record)
    {
        var first = CaptureWindow.Floor(record.Start, Minute);
        for (var minute = Math.Max(first, _time.From); minute < _time.Until && (minute == first || minute < record.End); minute += Minute)
            _busy.Add(minute);
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

    private bool IsBusy(CaptureWindow window)
    {
        for (var minute = window.Start; minute < window.End; minute += Minute)
        {
            if (_busy.Contains(minute))
                return true;
        }

        return false;
    }

    private IEnumerable<CaptureWindow> Empty() => Windows().Where(window => !IsBusy(CaptureWindow.Holding(window.Start, plan.IntervalSeconds)));

    private IEnumerable<CaptureWindow> Windows()
    {
        for (var time = plan.From; time < plan.Until;)
        {
            var window = CaptureWindow.Holding(time, plan.IntervalSeconds);
            yield return new(time, Math.Min(window.End, plan.Until));
            time = window.End;
        }
    }
}
