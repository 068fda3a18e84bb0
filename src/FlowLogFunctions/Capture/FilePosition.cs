namespace FlowLogFunctions.Capture;

/// <summary>How far a capture file has been read.</summary>
internal sealed record FilePosition
{
    /// <summary>The version of the blob; a file that was replaced is read from its beginning.</summary>
    public required string ETag { get; init; }

    /// <summary>Bytes, uncompressed, before the next unread packet.</summary>
    public long Offset { get; init; }

    /// <summary>Nanoseconds that are added to the file's own times; null until its first packet has been seen.</summary>
    public long? ShiftNanoseconds { get; init; }

    /// <summary>Unix seconds of the next unread packet; null if it has not been looked at yet.</summary>
    public long? NextTime { get; init; }

    /// <summary>True when there is nothing left to read.</summary>
    public bool Done { get; init; }

    /// <summary>Packets that made flows.</summary>
    public long Packets { get; init; }

    /// <summary>Packets that made none, by reason.</summary>
    public IReadOnlyDictionary<string, long> Skipped { get; init; } = new Dictionary<string, long>();

    /// <summary>What stopped the reading early, if anything did: code, place and what was found.</summary>
    public string? Damage { get; init; }
}
