namespace FlowLog.Packets;

/// <summary>One packet of a capture.</summary>
/// <param name="Data">The captured bytes, link header first; they stay as they are until the reader moves on.</param>
/// <param name="TimeNanoseconds">Nanoseconds since 1970; 0 where the capture has no time (simple packet blocks).</param>
/// <param name="OriginalLength">The frame's length on the wire in bytes, at least that of <paramref name="Data"/>.</param>
public readonly record struct CapturedFrame(
    ReadOnlyMemory<byte> Data, long TimeNanoseconds, int OriginalLength, LinkType LinkType);
