using FlowLog.Flows;
using FlowLog.Imports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>Azure's flow logs of an ENI's MAC address: a blob an hour that grows block by block, each block read once.</summary>
internal sealed class AzureLogSource(
    TrafficSourceType type, AzureLogList list, CloudLogBlobs blobs, IOptions<CloudLogOptions> options, Telemetry telemetry, TimeProvider time)
    : ITrafficSource
{
    private const int Hour = 3600;
    private const int Day = 86_400;
    private const int Minute = 60;

    /// <summary>A blob may be written to between two looks at it, but not each time.</summary>
    private const int Tries = 5;

    private string Container => type == TrafficSourceType.VNetFlowLogs ? options.Value.VNetContainer : options.Value.NsgContainer;

    public TrafficSourceType Type => type;

    public async Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation)
    {
        var planned = new List<PlannedFile>();
        if (eni.MacAddress is null)
            return planned;
        var mac = LogNames.MacDigits(eni.MacAddress);
        var now = CaptureWindow.Floor(time.GetUtcNow().ToUnixTimeSeconds(), Hour);
        var left = (long)options.Value.StepBytes;
        for (var hour = now - (options.Value.LookBackHours * Hour); hour <= now; hour += Hour)
        {
            foreach (var blob in await list.OfHourAsync(Container, hour, mac, cancellation))
            {
                var position = cursor.Logs?.Read.GetValueOrDefault(LogNames.Key(blob.Name));
                if (position?.ETag == blob.ETag || await blobs.BlocksAsync(Container, blob.Name, cancellation) is not { } version)
                    continue;
                if (LogBlocks.Next(version, version.ETag == blob.ETag ? blob.Bytes : 0, position, hour, left) is not { } part)
                    continue;
                left -= part.To - part.From;
                planned.Add(new(blob.Name, new() { ETag = version.ETag }, part with { IsMore = part.IsMore || left <= 0 }));
                if (left <= 0)
                    return planned;
            }
        }

        return planned;
    }

    public async Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        var before = cursor.Logs ?? new();
        var read = new Dictionary<string, LogPosition>(before.Read, StringComparer.Ordinal);
        var closing = new HourClosing(before, plan, cursor.Gaps);
        var (sums, gone) = (new ImportedFlows(plan.IntervalSeconds), new List<string>());
        var (mac, packets) = (LogNames.MacDigits(eni.MacAddress ?? ""), 0L);
        foreach (var file in plan.Files)
        {
            if (file.Log is not { } part)
                continue;
            var reading = new LogReading(part, part.Hour - Day, part.Hour + Day, cursor.Gaps, Take, stop => flows.RelieveIfFullAsync(sums, stop));
            if (!await TryReadAsync(file, part, reading, cancellation))
            {
                closing.Losses.Add(new(part.Hour, $"flow log {file.Name}: removed or written anew while it was read"));
                gone.Add($"flow log {file.Name}");
                continue;
            }

            telemetry.CloudLogRead(part.To - part.From);
            telemetry.CloudLogSkipped(reading.Skipped);
            closing.Losses.AddRange(reading.Losses.Select(loss => new Loss(part.Hour, $"flow log {file.Name}: {loss}")));
            var key = LogNames.Key(file.Name);
            read[key] = After(file.From.ETag, part, read.GetValueOrDefault(key), reading.Tuples);
        }

        var judged = sums.Drain().ToList();
        telemetry.Captured(packets);
        if (!plan.Files.Any(file => file.Log is { IsMore: true }))
            closing.Close(read.Values.Select(position => position.Hour).ToHashSet(), options.Value.ClosingMinutes * Minute);
        var oldest = plan.Until - ((options.Value.LookBackHours + 2) * Hour);
        return new(cursor.Files, closing.Losses)
        {
            Gone = gone,
            Judged = judged,
            Quiet = closing.Quiet,
            Logs = new()
            {
                Read = read.Where(entry => entry.Value.Hour >= oldest).ToDictionary(),
                Closed = closing.Closed,
                Busy = closing.Busy,
            },
        };

        void Take(ImportedFlow flow)
        {
            if (flow.Interface.Length > 0 && LogNames.MacDigits(flow.Interface) != mac)
                return;
            closing.Mark(flow);
            sums.Add(flow);
            packets = unchecked(packets + flow.Packets);
        }
    }

    /// <summary>False if the blob no longer is what was planned to be read.</summary>
    private async Task<bool> TryReadAsync(PlannedFile file, LogPart part, LogReading reading, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var etag = file.From.ETag;
            if (part.ToBlock is not null)
            {
                // It has grown since it was planned, maybe; what was there then still is.
                if (await blobs.BlocksAsync(Container, file.Name, cancellation) is not { } version || !LogBlocks.Has(version, part))
                    return false;
                etag = version.ETag;
            }

            if (await blobs.OpenAsync(Container, file.Name, etag, part.From, part.To, cancellation) is not { } stream)
                continue;
            await using (stream)
                await reading.RunAsync(stream, cancellation);
            return true;
        }

        return false;
    }

    private static LogPosition After(string etag, LogPart part, LogPosition? position, long tuples)
    {
        var isFromStart = part.IsAnew || part.ToBlock is null;
        var all = tuples + (isFromStart ? 0 : position?.Tuples ?? 0);
        return new(part.Hour, etag, part.To, part.ToBlock, all, Math.Max(0, part.PassOver - tuples));
    }
}
