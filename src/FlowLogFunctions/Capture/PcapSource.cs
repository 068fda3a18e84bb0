using FlowLog.Packets;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>Capture files that were handed over for an ENI, each read on to the end of the step.</summary>
internal sealed class PcapSource(CaptureFiles files, Telemetry telemetry) : ITrafficSource
{
    private static readonly IReadOnlyList<string> Lost =
        [nameof(NotFlow.CutHeader), nameof(NotFlow.BadHeader), nameof(NotFlow.UnknownLinkType), PcapReading.ImpossibleTime];

    public TrafficSourceType Type => TrafficSourceType.Pcap;

    public async Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation)
    {
        var planned = new List<PlannedFile>();
        await foreach (var file in files.ListAsync(scope, eni.Id, cancellation))
        {
            var known = cursor.Files.GetValueOrDefault(file.Name);
            var position = known?.ETag == file.ETag ? known : new FilePosition { ETag = file.ETag };
            if (!position.Done)
                planned.Add(new(file.Name, position));
        }

        return planned;
    }

    public async Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        var positions = await KnownAsync(scope, eni, cursor, plan, cancellation);
        var (losses, gone) = (new List<Loss>(), new List<string>());
        var (budget, isCut) = (new StepBudget(plan.MaxBytes), false);
        foreach (var file in plan.Files)
        {
            if (MustWait(file.From, plan, budget, out var isOfWindows))
            {
                isCut |= isOfWindows;
                continue;
            }

            if (await files.OpenAsync(scope, eni.Id, file.Name, file.From.ETag, cancellation) is not { } opened)
            {
                // Removed or replaced since the plan was made: what it was is gone.
                positions.Remove(file.Name);
                gone.Add($"capture file {file.Name}");
                continue;
            }

            await using var stream = opened.Stream;
            var reading = new PcapReading(file.From, opened.StartAt, opened.ReceivedAt, plan, cursor.Gaps, budget);
            try
            {
                var position = positions[file.Name] = await reading.RunAsync(stream, flows, cancellation);
                isCut |= reading.IsCut;
                // To go on within a file costs what precedes that place.
                budget.Take(IsStock(file.From, plan), file.From.Offset);
                Count(file.From, position);
                losses.AddRange(LossesOf(file.From, position).Select(loss => new Loss(reading.LastTime ?? plan.From, $"capture file {file.Name}: {loss}")));
            }
            catch (Exception fault) when (CaptureFiles.HasGone(fault))
            {
                positions.Remove(file.Name);
                gone.Add($"capture file {file.Name}");
                losses.Add(new(reading.LastTime ?? plan.From, $"capture file {file.Name}: removed or replaced while it was read"));
            }
        }

        return new(positions, losses) { Gone = gone, IsCut = isCut };
    }

    /// <summary>
    /// Whether a file that was read in part need not be opened: its next packet is of a later time, or the step has read enough. What has not been
    /// looked at is opened all the same: nobody knows its time.
    /// </summary>
    private static bool MustWait(FilePosition from, CapturePlan plan, StepBudget budget, out bool isOfWindows)
    {
        isOfWindows = false;
        if (from.NextTime >= plan.Until)
            return true;
        var isStock = IsStock(from, plan);
        if (from.Offset == 0 || budget.Has(isStock))
            return false;
        isOfWindows = !isStock;
        return true;
    }

    private static bool IsStock(FilePosition from, CapturePlan plan) => from.NextTime is not { } next || next < plan.From;

    /// <summary>Positions without those of files that have gone: they would be kept for ever, and a row has an end.</summary>
    private async Task<Dictionary<string, FilePosition>> KnownAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, CancellationToken cancellation)
    {
        var positions = new Dictionary<string, FilePosition>(cursor.Files, StringComparer.Ordinal);
        var there = plan.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        if (there.IsSupersetOf(positions.Keys))
            return positions;
        await foreach (var file in files.ListAsync(scope, eni.Id, cancellation))
            there.Add(file.Name);
        foreach (var name in positions.Keys.Where(name => !there.Contains(name)).ToList())
            positions.Remove(name);
        return positions;
    }

    /// <summary>What of the file is missing in the records. Packets that are not IP are not missing.</summary>
    private static IEnumerable<string> LossesOf(FilePosition before, FilePosition after)
    {
        if (after.Damage is not null)
            yield return after.Damage;
        foreach (var reason in Lost)
        {
            if (after.Skipped.GetValueOrDefault(reason) - before.Skipped.GetValueOrDefault(reason) is > 0 and var packets)
                yield return FormattableString.Invariant($"{packets} packets cannot be read ({reason})");
        }
    }

    private void Count(FilePosition before, FilePosition after)
    {
        telemetry.Captured(after.Packets - before.Packets);
        foreach (var (reason, packets) in after.Skipped)
            telemetry.Skipped(packets - before.Skipped.GetValueOrDefault(reason), reason);
    }
}
