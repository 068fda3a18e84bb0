namespace FlowLog.Sql;

/// <summary>What a query may take.</summary>
public sealed record QueryLimits
{
    /// <summary>Rows of an answer, unless the query says how many.</summary>
    public int Rows { get; init; } = 100;

    /// <summary>Rows that a query may ask for.</summary>
    public int MostRows { get; init; } = 1_000_000;

    /// <summary>Rows that a query may ask for behind others that it leaves out, as <c>LIMIT offset, count</c> does.</summary>
    public int MostRowsOfPage { get; init; } = 10_000;

    /// <summary>How long it may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory that SQLite may take for sorting, grouping and joining; what is loaded of chunks is not counted.</summary>
    public long MemoryBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of all values of an answer.</summary>
    public long AnswerBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of one text.</summary>
    public int TextBytes { get; init; } = 4 << 20;

    /// <summary>Threads that scan.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>What <c>now()</c> is told by, and the time that a query takes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
