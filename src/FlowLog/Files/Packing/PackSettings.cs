namespace FlowLog.Files.Packing;

/// <summary>How records become chunks.</summary>
public sealed record PackSettings
{
    public const int DefaultMaxRows = 8 * 1024 * 1024;

    public PackedAs As { get; init; }

    /// <summary>Length of a capture window in seconds, a divisor of 3600; for <see cref="PackedAs.Ingested"/>.</summary>
    public int WindowSeconds { get; init; } = 600;

    /// <summary>Rows that are held at once, at some 80 bytes each; when there are so many they are written.</summary>
    public int MaxRows { get; init; } = DefaultMaxRows;

    /// <summary>Chunks that are encoded at once; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
