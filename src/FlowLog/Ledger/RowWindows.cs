using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Ledger;

/// <summary>The windows of a batch's rows and what the rows say of them.</summary>
internal static class RowWindows
{
    /// <summary>Characters of a reason that a statement keeps; the record has it whole.</summary>
    private const int MaxReason = 120;

    /// <summary>By time, without overlaps.</summary>
    public static IReadOnlyList<StatedTime> Of(FlowColumns rows, BatchStep step)
    {
        if (rows.Count == 0)
            return [];
        var stated = new HashSet<StatedTime>();
        var starts = rows.Numbers(FlowFields.Start);
        var statuses = rows.Has(FlowFields.Status) ? rows.Numbers(FlowFields.Status) : default;
        var rates = rows.Has(FlowFields.SamplingRate) ? rows.Numbers(FlowFields.SamplingRate) : default;
        var last = new StatedTime(long.MaxValue, long.MinValue, MinuteState.NotLogged);
        for (var row = 0; row < rows.Count; row++)
        {
            // Times that cannot be are refused where their rows are to be written.
            if (starts[row] is < 0 or > BatchStep.LastSecond)
                continue;
            var status = statuses.IsEmpty ? LogStatus.Ok : (LogStatus)statuses[row];
            var rate = rates.IsEmpty ? 0 : rates[row];
            var state = StateOf(status, rate);
            if (status == LogStatus.Ok && starts[row] >= last.From && starts[row] < last.Until && state == last.State && last.SamplingRate == Rate(rate))
                continue;
            var time = status == LogStatus.Ok ? WindowOf(starts[row], step) : Clipped(starts[row], rows.Numbers(FlowFields.End)[row], step);
            var reason = status == LogStatus.SkipData ? Shortened(rows.Texts(FlowFields.SkipReason)[row]) : "";
            last = new(time.Start, time.End, state, state == MinuteState.Sampled ? Rate(rate) : 0, reason);
            stated.Add(last);
        }

        return Timeline.Of(stated);
    }

    private static MinuteState StateOf(LogStatus status, long rate) => status switch
    {
        LogStatus.NoData => MinuteState.NoTraffic,
        LogStatus.SkipData => MinuteState.Skipped,
        _ => rate > 1 ? MinuteState.Sampled : MinuteState.Observed,
    };

    private static int Rate(long rate) => rate > 1 ? (int)Math.Min(rate, int.MaxValue) : 0;

    /// <summary>The window that holds a start, but not past the edge of the step on whose side the start lies.</summary>
    private static CaptureWindow WindowOf(long start, BatchStep step)
    {
        var window = CaptureWindow.Holding(start, step.IntervalSeconds);
        if (step.Contains(start))
            return new(Math.Max(window.Start, step.From), Math.Min(window.End, step.Until));
        return start < step.From ? window with { End = Math.Min(window.End, step.From) } : window with { Start = Math.Max(window.Start, step.Until) };
    }

    /// <summary>A time as its record says it, without what lies outside the step; all of it if the step has no part in it.</summary>
    private static CaptureWindow Clipped(long start, long end, BatchStep step)
    {
        var (from, until) = (Math.Max(start, step.From), Math.Min(end, step.Until));
        return from < until ? new(from, until) : new(start, Math.Min(Math.Max(end, start + 1), start + BatchStep.MaxSeconds));
    }

    private static string Shortened(string reason) => reason.Length <= MaxReason ? reason : new string([.. reason.Take(MaxReason).Where(letter => !char.IsSurrogate(letter))]) + "…";
}
