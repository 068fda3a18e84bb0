namespace FlowLogFunctions.RollUps;

/// <summary>What was read for an answer.</summary>
internal sealed class AggregateCounts
{
    private int _days;
    private int _hours;
    private int _chunks;
    private long _records;

    /// <summary>Roll-ups of days.</summary>
    public int Days => _days;

    /// <summary>Roll-ups of hours.</summary>
    public int Hours => _hours;

    /// <summary>Aggregates of chunks.</summary>
    public int Chunks => _chunks;

    /// <summary>Records, at the edges of a range.</summary>
    public long Records => _records;

    public void AddDay() => Interlocked.Increment(ref _days);

    public void AddHours(int hours) => Interlocked.Add(ref _hours, hours);

    public void AddChunks(int chunks) => Interlocked.Add(ref _chunks, chunks);

    public void AddRecords(long records) => Interlocked.Add(ref _records, records);
}
