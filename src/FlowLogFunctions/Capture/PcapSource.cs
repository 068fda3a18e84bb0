using FlowLog.Packets;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>Capture files that were handed over for an ENI, each read on to the end of the step.</summary>
internal sealed class PcapSource(CaptureFiles files, Telemetry telemetry) : ITrafficSource
{
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
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, FlowAggregator flows, CancellationToken cancellation)
    {
        var positions = new Dictionary<string, FilePosition>(cursor.Files, StringComparer.Ordinal);
        var losses = new List<Loss>();
        foreach (var file in plan.Files)
        {
            if (await files.OpenAsync(scope, eni.Id, file.Name, file.From.ETag, cancellation) is not { } opened)
            {
                // Removed or replaced since the plan was made: what it was is gone.
                positions.Remove(file.Name);
                continue;
            }

            await using var stream = opened.Stream;
            var reading = new PcapReading(file.From, opened.StartAt, plan, cursor.Gaps);
            positions[file.Name] = await reading.RunAsync(stream, flows, cancellation);
            Count(file.From, positions[file.Name]);
            if (positions[file.Name].Damage is { } damage)
                losses.Add(new(reading.LastTime ?? plan.From, $"capture file {file.Name}: {damage}"));
        }

        return new(positions, losses);
    }

    private void Count(FilePosition before, FilePosition after)
    {
        telemetry.Captured(after.Packets - before.Packets);
        foreach (var (reason, packets) in after.Skipped)
            telemetry.Skipped(packets - before.Skipped.GetValueOrDefault(reason), reason);
    }
}
