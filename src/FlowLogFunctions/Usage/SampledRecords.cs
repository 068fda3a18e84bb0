using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Ingest;

namespace FlowLogFunctions.Usage;

/// <summary>
/// Measures records as capture and ingest would treat them: a window's records in batches that fit a message, of each batch the rows
/// that are asked for as one chunk. Those before <paramref name="stockUntil"/> are stock, which comes in one go.
/// </summary>
/// <param name="stockUntil">Unix seconds; 0 if each window came by itself.</param>
internal sealed class SampledRecords(Delivery delivery, int intervalSeconds, long stockUntil)
{
    /// <summary>Records that are held at most.</summary>
    private const int AtOnce = 100_000;

    private readonly List<FlowRecord> _held = [];

    public MeteredTraffic Metered { get; private set; }

    public bool HasTraffic { get; private set; }

    /// <summary>The start of the first window and the end of the last, Unix seconds; null before the first record.</summary>
    public (long From, long Until)? Span { get; private set; }

    public void Add(IEnumerable<FlowRecord> records)
    {
        foreach (var record in records)
        {
            var window = CaptureWindow.Holding(record.Start, intervalSeconds);
            Span = Span is { } span ? (Math.Min(span.From, window.Start), Math.Max(span.Until, window.End)) : (window.Start, window.End);
            HasTraffic |= record.Status == LogStatus.Ok;
            _held.Add(record);
            if (_held.Count == AtOnce)
                Measure();
        }
    }

    /// <summary>Measures what is held.</summary>
    public void Measure()
    {
        foreach (var step in _held.GroupBy(record => Math.Max(CaptureWindow.Floor(record.Start, intervalSeconds), stockUntil - intervalSeconds)))
        {
            foreach (var batch in BatchSplitter.Split("estimate", "", "", "", [], FlowColumns.Of([.. step])))
                Measure(batch.Chunk);
        }

        _held.Clear();
    }

    private void Measure(Chunk chunk)
    {
        var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
        var wanted = delivery.Pick(rows);
        var bytes = wanted.Count == 0 ? 0 : wanted.Count == rows.Count ? chunk.Size : ChunkEncoder.Encode(wanted).Size;
        Metered += new MeteredTraffic(wanted.Count, bytes, delivery.Report ? RecordTextSize.Of(wanted) : 0, TableTransactions: 1, QueueTransactions: 3);
    }
}
