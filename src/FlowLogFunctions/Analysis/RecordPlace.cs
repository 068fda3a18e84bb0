using System.Globalization;

namespace FlowLogFunctions.Analysis;

/// <summary>Where a record stands in a Logstore: by start, then by chunk, then by row. A page's cursor is its last record's place.</summary>
internal readonly record struct RecordPlace(long Start, string Chunk, int Row) : IComparable<RecordPlace>
{
    public int CompareTo(RecordPlace other)
    {
        if (Start != other.Start)
            return Start.CompareTo(other.Start);
        var chunks = string.CompareOrdinal(Chunk, other.Chunk);
        return chunks != 0 ? chunks : Row.CompareTo(other.Row);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}/{Row}/{Chunk}");

    public static bool TryParse(string text, out RecordPlace place)
    {
        place = default;
        var parts = text.Split('/', 3);
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return false;
        place = new(start, parts[2], row);
        return true;
    }
}
