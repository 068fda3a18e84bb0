using FlowLog.Flows;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

/// <summary>Decides an ENI's next step: which windows have closed since the cursor, for which flow logs, and what to read.</summary>
internal sealed class CapturePlanner(IOptions<CaptureOptions> options, TimeProvider time)
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
            return current;
        current = Resume(current, open);
        var now = open.Where(covering => covering.Since <= current.Until).ToList();
        var interval = now.Min(covering => covering.FlowLog.AggregationInterval) * Minute;
        var until = Until(current, covered.SeenAt, open, interval);
        var files = await source.PlanAsync(scope, covered.Eni, current, cancellation);
        var hasStock = files.Any(file => file.From.NextTime is null || file.From.NextTime < current.Until);
        if (until <= current.Until && !hasStock)
            return current;
        var ids = now.Select(covering => covering.FlowLog.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var since = current.CoveredSince ?? current.Until;
        var plan = new CapturePlan(current.Until, Math.Max(until, current.Until), interval, ids, files)
        {
            Packets = ChoiceOf(covered.Eni),
            MaxFlows = options.Value.MaxFlows,
            MaxBytes = options.Value.StepMebibytes * Mebibyte,
            MaxFileBytes = options.Value.MaxUnpackedMebibytes * Mebibyte,
            PlannedAt = time.GetUtcNow().ToUnixTimeSeconds(),
            CoveredSince = since,
        };
        return current with { Plan = plan, CoveredSince = since };
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
        if (first <= cursor.Until)
            return cursor;
        return cursor with { Until = first, CoveredSince = first, Gaps = [.. cursor.Gaps.Append(new Gap(cursor.Until, first)).TakeLast(CaptureCursor.MaxGaps)] };
    }

    private static CaptureCursor First(CoveredEni covered)
    {
        var since = Math.Max(covered.Times.Min(covering => covering.Since), CaptureWindow.Floor(covered.Eni.CreatedAt.ToUnixTimeSeconds(), Minute));
        return new() { Until = since, CoveredSince = since };
    }

    private PacketChoice ChoiceOf(Eni eni) => new(eni.Source.SamplingRate, eni.Source.InsideTunnels, options.Value.Multicast);
}
