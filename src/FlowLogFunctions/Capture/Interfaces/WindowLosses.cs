using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>What a plan's windows lack of an interface's traffic, a loss for each window and reason.</summary>
/// <param name="heldFlows">The bound past which windows were given up.</param>
internal sealed class WindowLosses(string name, CapturePlan plan, int heldFlows)
{
    private const double Second = 1_000_000_000;

    private static readonly IReadOnlySet<string> Lost =
        new HashSet<string> { nameof(NotFlow.CutHeader), nameof(NotFlow.BadHeader), nameof(NotFlow.UnknownLinkType) };

    public IReadOnlyList<Loss> Of(IReadOnlyList<HeldWindow> windows, IReadOnlyList<Absence> absences)
    {
        var losses = new List<Loss>();
        for (var start = plan.From; start < plan.Until;)
        {
            var end = Math.Min(CaptureWindow.Holding(start, plan.IntervalSeconds).End, plan.Until);
            losses.AddRange(Of(start, end, windows, absences));
            start = end;
        }

        return losses;
    }

    private IEnumerable<Loss> Of(long start, long end, IReadOnlyList<HeldWindow> windows, IReadOnlyList<Absence> absences)
    {
        var within = windows.Where(window => window.Start >= start && window.Start < end).ToList();
        return OfAbsences(absences, start, end).Concat(OfPackets(within)).Select(reason => new Loss(start, reason));
    }

    private static IEnumerable<string> OfAbsences(IReadOnlyList<Absence> absences, long start, long end) => absences
        .Select(absence => (absence.Reason, Nanoseconds: absence.Within(start, end)))
        .Where(missing => missing.Nanoseconds > 0)
        .GroupBy(missing => missing.Reason, missing => missing.Nanoseconds)
        .Select(same => FormattableString.Invariant($"{same.Key} ({Math.Max(same.Sum() / Second, 0.001):0.###} of {end - start} s not observed)"));

    private IEnumerable<string> OfPackets(IReadOnlyList<HeldWindow> windows)
    {
        if (windows.Sum(window => window.Dropped) is > 0 and var dropped)
            yield return FormattableString.Invariant($"{dropped} packets dropped by the kernel on {name}");
        if (windows.Where(window => window.IsGivenUp).Sum(window => window.Packets) is > 0 and var given)
            yield return FormattableString.Invariant($"{given} packets given up: more than {heldFlows} flows of {name} waited to be handed over");
        foreach (var same in windows.SelectMany(window => window.Skipped).Where(skipped => Lost.Contains(skipped.Reason)).GroupBy(skipped => skipped.Reason))
            yield return FormattableString.Invariant($"{same.Sum(skipped => skipped.Packets)} packets cannot be read ({same.Key})");
    }
}
