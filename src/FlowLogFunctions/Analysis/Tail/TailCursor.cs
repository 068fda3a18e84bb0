using System.Globalization;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>
/// How far a tail has come: chunks are sent in the order in which they were stored, and those stored at the same time by their keys.
/// </summary>
/// <param name="StoredAt">When the last chunk of which something was sent was stored, by the clock of storage.</param>
/// <param name="Chunk">Its partition and row; empty for all that were stored until then.</param>
/// <param name="Sent">How many of its records that meet the query were sent; <see cref="All"/> once it is done.</param>
internal readonly record struct TailCursor(DateTimeOffset StoredAt, string Chunk, int Sent)
{
    public const int All = int.MaxValue;

    /// <summary>Before everything.</summary>
    public static TailCursor Start { get; } = new(DateTimeOffset.UnixEpoch, "", All);

    public bool IsDone => Sent == All;

    /// <summary>Behind a chunk.</summary>
    public static TailCursor Behind(ChunkHeader header) => new(header.StoredAt ?? DateTimeOffset.UnixEpoch, KeyOf(header), All);

    /// <summary>Whether the chunk comes after the one of this place, or is it.</summary>
    public bool HasReached(ChunkHeader header) => Compare(header) <= 0;

    /// <summary>Whether this is a place within the chunk, with records of it left.</summary>
    public bool IsWithin(ChunkHeader header) => !IsDone && Compare(header) == 0;

    /// <summary>
    /// Whether all that was merged into the chunk was sent before. What was stored before the last chunk that was sent has been sent too; of
    /// a chunk that was merged when only a part of it had been, nobody can tell which.
    /// </summary>
    public bool HasReachedSourcesOf(ChunkHeader merged) =>
        merged.LastSourceAt is { } last && (last < StoredAt || (last == StoredAt && IsDone));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StoredAt.UtcTicks}/{Sent}/{Chunk}");

    public static bool TryParse(string text, out TailCursor cursor)
    {
        cursor = default;
        var parts = text.Split('/', 3);
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks < Start.StoredAt.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return false;
        cursor = new(new DateTimeOffset(ticks, TimeSpan.Zero), parts[2], sent);
        return true;
    }

    private static string KeyOf(ChunkHeader header) => $"{header.Partition}/{header.Row}";

    /// <summary>Less than 0 if the chunk was stored before this place, 0 if it is its chunk.</summary>
    private int Compare(ChunkHeader header)
    {
        var time = (header.StoredAt ?? DateTimeOffset.UnixEpoch).CompareTo(StoredAt);
        return time != 0 ? time : string.CompareOrdinal(KeyOf(header), Chunk);
    }
}
