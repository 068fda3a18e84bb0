using FlowLog.Chunks.Encodings;

namespace FlowLog.Scan;

/// <summary>A clause that was translated for one chunk.</summary>
internal abstract class RowFilter
{
    /// <summary>Every row.</summary>
    public static readonly RowFilter All = new SettledFilter(Match.All);

    /// <summary>No row.</summary>
    public static readonly RowFilter None = new SettledFilter(Match.None);

    /// <summary>What is known of the chunk as a whole.</summary>
    public virtual Match Verdict => Match.Some;

    /// <summary>What a row costs, to ask the cheap ones first.</summary>
    public abstract int Effort { get; }

    /// <param name="verdict">All or none.</param>
    public static RowFilter Of(Match verdict) => verdict == Match.All ? All : None;

    /// <summary>Clears the bits of rows that do not match.</summary>
    /// <param name="start">A multiple of <see cref="Blocks.Length"/>.</param>
    /// <param name="bits">A bit a row from <paramref name="start"/> on; bits behind the last row are zero.</param>
    public abstract void Narrow(int start, Span<ulong> bits);
}
