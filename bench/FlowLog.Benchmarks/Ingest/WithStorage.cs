using System.Diagnostics;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Storage;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>From queue message to committed chunk: the service's own use case, queue and tables, each run into a Logstore of its own.</summary>
internal sealed class WithStorage(IngestService service, IReadOnlyList<Batch> batches)
{
    private const int SendersAtOnce = 8;
    private int _number;

    /// <exception cref="InvalidOperationException">Not every record has arrived.</exception>
    public async Task<IngestRun> RunAsync(CancellationToken cancellation)
    {
        var (flowLogId, logstoreId) = await service.AddFlowLogAsync(++_number, cancellation);
        await SendAsync(flowLogId, cancellation);
        var records = batches.Sum(batch => batch.Chunk.Rows);
        var handlers = new QueueHandlers(service.Queue, service.Ingest);
        var (counts, processor, began) = (service.Calls.Counts, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await handlers.RunAsync(batches.Count, cancellation);
        var run = new IngestRun(records, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - processor, service.Calls.Counts - counts);
        var arrived = await ArrivedAsync(logstoreId, cancellation);
        return arrived == records ? run : throw new InvalidOperationException($"{arrived} of {records} records have arrived.");
    }

    private Task SendAsync(string flowLogId, CancellationToken cancellation) => Parallel.ForEachAsync(
        batches,
        new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce, CancellationToken = cancellation },
        async (batch, stop) => await service.Queue.SendMessageAsync(
            new BinaryData(BatchMessage.Encode(batch with { FlowLogIds = [flowLogId] })), cancellationToken: stop));

    private async Task<int> ArrivedAsync(string logstoreId, CancellationToken cancellation)
    {
        var arrived = 0;
        var starts = batches.SelectMany(batch => ChunkDecoder.Decode(batch.Chunk, [FlowFields.Start]).Numbers(FlowFields.Start).ToArray());
        foreach (var hour in starts.Select(start => CaptureWindow.Floor(start, LogstoreKeys.SecondsPerHour)).Distinct())
        {
            var headers = await service.Tables.HeadersAsync(logstoreId, hour, hour, hour + LogstoreKeys.SecondsPerHour, cancellation);
            arrived += headers.Sum(header => header.Rows);
        }

        return arrived;
    }
}
