using System.Globalization;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis;

/// <summary>
/// Where a record stands in a Logstore: by start, then by what it says, then by number among those that say the same, which are
/// interchangeable. It does not change when chunks are merged. A page's cursor is its last record's place.
/// </summary>
/// <param name="Start">Unix seconds; a place is only read back if it lies in a time that can be asked for.</param>
/// <param name="Hash">See <see cref="RecordHash"/>.</param>
/// <param name="Number">From 0 on, counted in the direction of the scan.</param>
internal readonly record struct RecordPlace(long Start, ulong Hash, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}/{Hash:x16}/{Number}");

    /// <summary>Whether this one comes later in the direction of the scan.</summary>
    public bool IsAfter(RecordPlace other, bool reverse) => Compare(this, other, reverse) > 0;

    public static int Compare(RecordPlace one, RecordPlace other, bool reverse)
    {
        var order = one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Hash.CompareTo(other.Hash);
        return order == 0 ? one.Number.CompareTo(other.Number) : reverse ? -order : order;
    }

    public static bool TryParse(string text, out RecordPlace place)
    {
        place = default;
        var parts = text.Split('/');
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start)
            || start is < 0 or > RequestTime.LastSecond
            || parts[1].Length != 16
            || !ulong.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        place = new(start, hash, number);
        return true;
    }
}
