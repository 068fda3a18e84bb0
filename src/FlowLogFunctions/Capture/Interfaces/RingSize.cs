namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>How large a ring is.</summary>
/// <param name="Blocks">At least 2: one that the kernel fills and one that is read.</param>
/// <param name="BlockBytes">A power of two and at least a page; must hold the largest frame that is kept.</param>
internal readonly record struct RingSize(int Blocks, int BlockBytes)
{
    /// <summary>Holds more than a thousand small packets, and is handed over before it is full when <see cref="RetireMilliseconds"/> have passed.</summary>
    public const int UsualBlockBytes = 256 * 1024;

    /// <summary>After as long the kernel hands over a block that is not full; 100 at most, so that windows are complete soon after their end.</summary>
    public const int RetireMilliseconds = 60;

    /// <summary>Bytes kept of a frame: link header, IP header with all that may follow it, and ports.</summary>
    public const int KeptBytes = 256;

    public long Bytes => (long)Blocks * BlockBytes;

    public static RingSize OfMebibytes(int mebibytes) => new(mebibytes * (1024 * 1024 / UsualBlockBytes), UsualBlockBytes);
}
