namespace FlowLog.Chunks;

/// <summary>The step of capture that a batch is a part of: what it speaks for, also where it has no record.</summary>
/// <param name="From">Unix seconds, 0 to <see cref="LastSecond"/>: the end of the ENI's step before.</param>
/// <param name="Until">Unix seconds, in the same hour or its end; the same as <paramref name="From"/> if only traffic of earlier times was read.</param>
/// <param name="IntervalSeconds">Length of the capture windows, 1 to 3600.</param>
/// <param name="CoveredSince">Unix seconds, not after <paramref name="From"/>: steps have followed one another without a gap since then.</param>
/// <param name="PlannedAt">Unix seconds when the step was begun; all batches of the ENI's earlier steps were in the queue by then.</param>
/// <param name="Part">Number of this batch among the step's, from 0.</param>
/// <param name="Parts">Batches of the step, in the last one; 0 in those before.</param>
/// <param name="Reader">Who observed traffic that passes only once; empty for what can be read again. Other readers' parts are other parts.</param>
public sealed record BatchStep(long From, long Until, int IntervalSeconds, long CoveredSince, long PlannedAt, int Part, int Parts, string Reader)
{
    /// <summary>Longest step, in seconds: none crosses an hour.</summary>
    public const int MaxSeconds = 3600;

    /// <summary>Most batches of a step.</summary>
    public const int MaxParts = 1 << 24;

    /// <summary>The end of the year 9998, Unix seconds.</summary>
    public const long LastSecond = 253_370_764_799;

    /// <summary>Whether the batch says how many parts there are.</summary>
    public bool IsLast => Parts > 0;

    public bool Contains(long time) => time >= From && time < Until;

    internal void Write(ByteWriter writer)
    {
        writer.Varint((ulong)From);
        writer.Varint((ulong)(Until - From));
        writer.Varint((ulong)IntervalSeconds);
        writer.Varint((ulong)(From - CoveredSince));
        writer.Signed(PlannedAt - Until);
        writer.Varint((ulong)Part);
        writer.Varint((ulong)Parts);
        writer.Text(Reader);
    }

    internal static BatchStep Read(ref ByteReader reader)
    {
        var from = Second(ref reader, LastSecond - MaxSeconds);
        var until = from + reader.Count(MaxSeconds, "seconds of a step");
        var interval = reader.Count(MaxSeconds, "seconds of a window");
        if (interval == 0)
            throw reader.Corrupt("windows of 0 seconds");
        var since = from - Second(ref reader, from);
        var planned = reader.Signed();
        if (planned < -LastSecond || planned > LastSecond)
            throw reader.Corrupt("a step that was begun at an impossible time");
        var part = reader.Count(MaxParts, "parts before this one");
        var parts = reader.Count(MaxParts, "parts");
        if (parts != 0 && part != parts - 1)
            throw reader.Corrupt($"part {part} as the last of {parts}");
        return new(from, until, interval, since, until + planned, part, parts, reader.Text());
    }

    private static long Second(ref ByteReader reader, long most)
    {
        var value = reader.Varint();
        return value <= (ulong)most ? (long)value : throw reader.Corrupt($"{value} seconds; at most {most} can be");
    }
}
