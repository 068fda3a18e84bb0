using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>AWS's flow logs of an interface, copied to a container: files that never change, each read once in the order they came.</summary>
internal sealed class AwsLogSource(AwsLogList list, CloudLogBlobs blobs, IOptions<CloudLogOptions> options, Telemetry telemetry, TimeProvider time)
    : ITrafficSource
{
    private const int Day = 86_400;

    public TrafficSourceType Type => TrafficSourceType.AwsFlowLogs;

    public async Task<IReadOnlyList<PlannedFile>> PlanAsync(Scope scope, Eni eni, CaptureCursor cursor, CancellationToken cancellation)
    {
        var since = Math.Max(cursor.Logs?.Closed ?? 0, time.GetUtcNow().AddHours(-options.Value.LookBackHours).ToUnixTimeSeconds());
        var planned = new List<PlannedFile>();
        var left = (long)options.Value.StepBytes;
        foreach (var file in await list.SinceAsync(since, cancellation))
        {
            if (cursor.Logs?.Read.ContainsKey(LogNames.Key(file.Name)) == true)
                continue;
            if (planned.Count > 0 && file.Bytes > left)
                break;
            left -= file.Bytes;
            planned.Add(new(file.Name, new() { ETag = file.ETag }, new(file.ModifiedAt.ToUnixTimeSeconds(), 0, file.Bytes, null, 0, false, false)));
        }

        return planned;
    }

    public async Task<SourceReading> ReadAsync(
        Scope scope, Eni eni, CaptureCursor cursor, CapturePlan plan, StepFlows flows, CancellationToken cancellation)
    {
        var (lines, leftOut) = (new AwsInterface(eni, plan.IntervalSeconds), 0L);
        var read = new Dictionary<string, LogPosition>(cursor.Logs?.Read ?? new Dictionary<string, LogPosition>(), StringComparer.Ordinal);
        var gone = new List<string>();
        foreach (var file in plan.Files)
        {
            if (file.Log is not { } part)
                continue;
            var reading = new LogReading(part, 0, part.Hour + Day, cursor.Gaps, flow => lines.Take(flow), stop => flows.RelieveIfFullAsync(lines.Sums, stop));
            await using var stream = await blobs.OpenAsync(options.Value.AwsContainer, file.Name, file.From.ETag, 0, part.To, cancellation);
            if (stream is not null)
            {
                await reading.RunAsync(stream, cancellation);
            }
            else
            {
                lines.Losses.Add(new(part.Hour, $"flow log {file.Name}: removed or replaced before it was read"));
                gone.Add($"flow log {file.Name}");
            }

            telemetry.CloudLogRead(stream is null ? 0 : part.To);
            telemetry.CloudLogSkipped(reading.Skipped);
            if (lines.LeftOut > leftOut)
                lines.Losses.Add(new(part.Hour, FormattableString.Invariant($"flow log {file.Name}: {lines.LeftOut - leftOut} statements without data (NODATA, SKIPDATA) are left out, as there are so many")));
            leftOut = lines.LeftOut;
            lines.Losses.AddRange(reading.Losses.Select(loss => new Loss(part.Hour, $"flow log {file.Name}: {loss}")));
            read[LogNames.Key(file.Name)] = new(part.Hour, file.From.ETag, part.To, null, reading.Tuples, 0);
        }

        var judged = lines.Sums.Drain().ToList();
        telemetry.Captured(lines.Packets);
        var since = AwsLogList.SinceAfter(cursor.Logs?.Closed ?? 0, plan.Files);
        return new(cursor.Files, lines.Losses)
        {
            Gone = gone,
            Judged = judged,
            Quiet = lines.Quiet,
            Logs = new() { Read = read.Where(entry => entry.Value.Hour >= since).ToDictionary(), Closed = since },
        };
    }
}
