namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>A frame as it lies in a block.</summary>
internal readonly ref struct RingFrame
{
    /// <summary>The bytes that were kept, link header first.</summary>
    public ReadOnlySpan<byte> Data { get; init; }

    /// <summary>The frame's length on the wire.</summary>
    public int Length { get; init; }

    /// <summary>The kernel's time stamp, nanoseconds since 1970.</summary>
    public long TimeNanoseconds { get; init; }

    /// <summary>True if it left this host.</summary>
    public bool IsOutgoing { get; init; }
}
