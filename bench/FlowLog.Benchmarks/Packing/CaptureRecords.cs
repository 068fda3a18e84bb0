using FlowLog.Packets;

namespace FlowLog.Benchmarks.Packing;

/// <summary>The flows of a folder of captures in windows of ten minutes; each capture is an ENI of its own.</summary>
internal static class CaptureRecords
{
    private const int WindowSeconds = 600;
    private const long NanosecondsPerSecond = 1_000_000_000;

    public static async Task WriteAsync(string folder, string csv, CancellationToken cancellation)
    {
        await using var output = new StreamWriter(csv) { NewLine = "\n" };
        await output.WriteLineAsync(RecordsCsv.Head);
        var number = 0;
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            var meter = new FlowMeter(new(WindowSeconds, false, false, FlowAggregator.DefaultMaxOpenFlows), seed: 1);
            await meter.ReadAsync(stream, 1, cancellation);
            foreach (var flow in meter.Flows.Drain())
            {
                await output.WriteLineAsync(RecordsCsv.Line(
                    $"eni-{number}", flow.Flow, flow.Packets, flow.Bytes, flow.FirstNanoseconds / NanosecondsPerSecond,
                    flow.LastNanoseconds / NanosecondsPerSecond, isRejected: false));
            }

            number++;
        }
    }
}
