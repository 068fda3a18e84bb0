using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Reads the numbers of a key's values from chunks, for one thread.</summary>
internal abstract class KeyReader(FlowField field)
{
    protected FlowField Field { get; } = field;

    /// <summary>Gets ready for a chunk.</summary>
    public abstract void Open(ChunkReader chunk);

    /// <summary>The numbers of a step's rows, as if all of them had the field.</summary>
    public abstract void Read(ChunkScan scan, Span<uint> numbers);

    /// <summary>The numbers of a step's rows.</summary>
    /// <param name="statuses">Of the rows; empty if all are of traffic.</param>
    public void Read(ChunkScan scan, ReadOnlySpan<long> statuses, Span<uint> numbers)
    {
        Read(scan, numbers);
        if (!Field.OfTraffic)
            return;
        for (var row = 0; row < statuses.Length; row++)
            numbers[row] = statuses[row] == (long)LogStatus.Ok ? numbers[row] : 0;
    }
}
