using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Decides an ENI's next step: which windows have closed since the cursor, for which flow logs, and what to read.</summary>
internal sealed class CapturePlanner(IOptions<CaptureOptions> options, LateTraffic late, TimeProvider time)
{
    private const int Minute = 60;
    private const long Mebibyte = 1 << 20;

    /// <summary>The cursor with the step to carry out as its plan; with none if there is nothing to do yet.</summary>
    public async Task<CaptureCursor> PlanAsync(
        Scope scope, CoveredEni covered, CaptureCursor? cursor, ITrafficSource source, CancellationToken cancellation)
    {
        if (cursor?.Plan is not null)
            return cursor;
        var current = cursor ?? First(covered);
        var open = covered.Times.Where(covering => covering.Until > current.Until).ToList();
        if (open.Count == 0)
            return await PlanLateAsync(scope, covered, current, source, cancellation);
        current = Resume(current, open);
        var now = open.Where(covering => covering.Since <= current.Until).ToList();
        var interval = now.Min(covering => covering.FlowLog.AggregationInterval) * Minute;
        var until = Until(current, covered.SeenAt, open, interval);
        var files = await source.PlanAsync(scope, covered.Eni, current, cancellation);
        var hasStock = files.Any(file => file.From.NextTime is null || file.From.NextTime < current.Until);
        if (until <= current.Until && !hasStock)
            return current;
        return Planned(Ending(current, covered.Eni, open, Math.Max(until, current.Until)), covered.Eni, now, Math.Max(until, current.Until), interval, files);
    }

    /// <summary>Nobody covers what follows, but foreign logs of the time before the end come late: their blocks are read until they count as complete.</summary>
    private async Task<CaptureCursor> PlanLateAsync(
        Scope scope, CoveredEni covered, CaptureCursor cursor, ITrafficSource source, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var ended = covered.Times.Where(covering => covering.Until == cursor.Until && late.Until(covered.Eni, covering) > now).ToList();
        if (ended.Count == 0)
            return cursor;
        var files = await source.PlanAsync(scope, covered.Eni, cursor, cancellation);
        var interval = ended.Min(covering => covering.FlowLog.AggregationInterval) * Minute;
        return files.Count == 0 ? cursor : Planned(Ending(cursor, covered.Eni, ended, cursor.Until), covered.Eni, ended, cursor.Until, interval, files);
    }

    private CaptureCursor Planned(
        CaptureCursor current, Eni eni, IReadOnlyList<CoveredTime> covering, long until, int interval, IReadOnlyList<PlannedFile> files)
    {
        var ids = covering.Select(covering => covering.FlowLog.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var since = current.CoveredSince ?? current.Until;
        var plan = new CapturePlan(current.Until, until, interval, ids, files)
        {
            Packets = ChoiceOf(eni),
            MaxFlows = options.Value.MaxFlows,
            MaxBytes = options.Value.StepMebibytes * Mebibyte,
            MaxFileBytes = options.Value.MaxUnpackedMebibytes * Mebibyte,
            PlannedAt = time.GetUtcNow().ToUnixTimeSeconds(),
            CoveredSince = since,
        };
        return current with { Plan = plan, CoveredSince = since };
    }

    /// <summary>
    /// A block of a foreign log can have traffic of after the step. If nobody covers that time, it is a gap from then on; capture files keep theirs.
    /// </summary>
    private static CaptureCursor Ending(CaptureCursor cursor, Eni eni, IReadOnlyList<CoveredTime> times, long until)
    {
        if (!LateTraffic.IsOf(eni) || times.Any(covering => covering.Since <= until && covering.Until > until))
            return cursor;
        var next = times.Select(covering => covering.Since).Where(since => since > until).DefaultIfEmpty(long.MaxValue).Min();
        return cursor with { Gaps = With(cursor.Gaps, new(until, next)) };
    }

    /// <summary>
    /// The last window's end that has passed, but not further than a step or an hour, nor past the time when another flow log joins or one
    /// ends: that closes the open window early, as soon as it has passed.
    /// </summary>
    private long Until(CaptureCursor cursor, DateTimeOffset seenAt, IReadOnlyList<CoveredTime> open, int interval)
    {
        var passed = Math.Min(time.GetUtcNow().ToUnixTimeSeconds(), seenAt.ToUnixTimeSeconds()) - options.Value.GraceSeconds;
        var ending = open.Min(covering => covering.Until);
        var closed = ending <= passed ? ending : CaptureWindow.Floor(passed, interval);
        var step = CaptureWindow.Floor(cursor.Until + (options.Value.StepMinutes * Minute), interval);
        var joining = open.Select(covering => covering.Since).Where(since => since > cursor.Until).DefaultIfEmpty(long.MaxValue).Min();
        var hour = CaptureWindow.Floor(cursor.Until, LogstoreKeys.SecondsPerHour) + LogstoreKeys.SecondsPerHour;
        return Math.Min(Math.Min(closed, step), Math.Min(joining, hour));
    }

    /// <summary>If no flow log has been active since the cursor, the time up to the first one is a gap that nobody asked for.</summary>
    private static CaptureCursor Resume(CaptureCursor cursor, IReadOnlyList<CoveredTime> open)
    {
        var first = open.Min(covering => covering.Since);
        if (first > cursor.Until)
            return cursor with { Until = first, CoveredSince = first, Gaps = With(cursor.Gaps, new(cursor.Until, first)) };
        return cursor.Gaps.Any(gap => gap.From >= cursor.Until) ? cursor with { Gaps = [.. cursor.Gaps.Where(gap => gap.From < cursor.Until)] } : cursor;
    }

    /// <summary>With a gap in place of what was thought to be one from then on.</summary>
    private static IReadOnlyList<Gap> With(IEnumerable<Gap> gaps, Gap last) =>
        [.. gaps.Where(gap => gap.From < last.From).Append(last).TakeLast(CaptureCursor.MaxGaps)];

    private static CaptureCursor First(CoveredEni covered)
    {
        var since = Math.Max(covered.Times.Min(covering => covering.Since), CaptureWindow.Floor(covered.Eni.CreatedAt.ToUnixTimeSeconds(), Minute));
        return new() { Until = since, CoveredSince = since };
    }

    private PacketChoice ChoiceOf(Eni eni) => new(eni.Source.SamplingRate, eni.Source.InsideTunnels, options.Value.Multicast);
}
