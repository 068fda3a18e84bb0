using System.Collections.Concurrent;
using System.Diagnostics;
using FlowLog.Chunks;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>Sends the same records again and again at a steady rate, as new batches each time, while the service takes them.</summary>
internal sealed class PacedIngest(IngestService service, IReadOnlyList<Batch> batches)
{
    private const int SendersAtOnce = 8;

    private readonly double _recordsOfBatch = batches.Average(batch => batch.Chunk.Rows);
    private int _sent;

    public async Task<PacedRun> RunAsync(string flowLogId, double recordsPerSecond, TimeSpan time, CancellationToken cancellation)
    {
        var messages = Math.Max(1, (int)(recordsPerSecond * time.TotalSeconds / _recordsOfBatch));
        var (begun, committed) = (new ConcurrentDictionary<string, long>(), new ConcurrentDictionary<string, long>());
        var handlers = new QueueHandlers(service.Queue, service.Ingest, id => committed[id] = Stopwatch.GetTimestamp());
        var handling = handlers.RunAsync(messages, cancellation);
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, messages),
            new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce, CancellationToken = cancellation },
            async (number, stop) =>
            {
                var due = TimeSpan.FromSeconds(number * _recordsOfBatch / recordsPerSecond) - Stopwatch.GetElapsedTime(start);
                if (due > TimeSpan.Zero)
                    await Task.Delay(due, stop);
                var body = new BinaryData(Next(flowLogId));
                var now = Stopwatch.GetTimestamp();
                var receipt = await service.Queue.SendMessageAsync(body, cancellationToken: stop);
                begun[receipt.Value.MessageId] = now;
            });
        var elapsed = Stopwatch.GetElapsedTime(start);
        await handling;
        return new(messages * _recordsOfBatch / elapsed.TotalSeconds, [.. begun.Select(pair => Stopwatch.GetElapsedTime(pair.Value, committed[pair.Key])).Order()]);
    }

    private byte[] Next(string flowLogId)
    {
        var number = Interlocked.Increment(ref _sent);
        var batch = batches[number % batches.Count];
        return BatchMessage.Encode(batch with { Id = FormattableString.Invariant($"{batch.EniId}-{number:D10}-0"), FlowLogIds = [flowLogId] });
    }
}
