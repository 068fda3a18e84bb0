using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Flows;
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
        foreach (var part in HourPart.Of(batch, rows, _delivery.Pick(rows), _delivery, DateTimeOffset.UnixEpoch))
            _ = ChunkRow.Write(LogstoreKeys.Partition(part.Hour, batch.Id), LogstoreKeys.ChunkRow(batch.Id), part.ChunkOf(batch, rows, report: true, queueCalls: 3));
    }
}
