using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Storage;

namespace FlowLog.Benchmarks.Ingest;

/// <summary>What ingest does to a message but for calls to storage: decode, pick, aggregate, encode the entity.</summary>
/// <param name="type">With <see cref="TrafficType.All"/> the message's columns go on as they are; else rows are picked and encoded again.</param>
internal sealed class WithoutStorage(IReadOnlyList<byte[]> messages, TrafficType type)
{
    private readonly Delivery _delivery = new(GeneratedTraffic.Scope, IngestService.LogstoreOf("bench", 0), [new ServedFlowLog("fl-bp1bench0000000000", type, long.MaxValue)]);

    public void Run()
    {
        foreach (var message in messages)
            Ingest(message);
    }

    public void RunInParallel(int handlers) =>
        Parallel.ForEach(messages, new ParallelOptions { MaxDegreeOfParallelism = handlers }, Ingest);

    private void Ingest(byte[] message)
    {
        var batch = BatchMessage.Decode(message);
        var rows = ChunkDecoder.Decode(batch.Chunk, FlowFields.All);
        foreach (var (hour, part) in Hours.Split(_delivery.Pick(rows)))
        {
            var chunk = part.Count == rows.Count ? batch.Chunk : ChunkEncoder.Encode(part);
            var starts = TimeSpanOfStarts.Of(part.Numbers(FlowFields.Start));
            var charge = new ChunkCharge(chunk.Size, RecordTextSize.Of(part), TableCalls: 1, QueueCalls: 3);
            _ = ChunkRow.Write(LogstoreKeys.Partition(hour, batch.Id), LogstoreKeys.ChunkRow(batch.Id), new NewChunk(chunk, starts, Aggregate.Of(part), charge, []));
        }
    }
}
