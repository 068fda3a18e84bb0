using System.Text;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>The different texts of a column in ascending ordinal order, and a code a row.</summary>
internal static class TextTable
{
    /// <param name="ranks">The place in the table of each of the column's own codes.</param>
    public static string[] Of(TextColumn column, out int[] ranks)
    {
        var used = new bool[column.Values.Count];
        foreach (var code in column.Codes)
            used[code] = true;
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        for (var code = 0; code < used.Length; code++)
        {
            if (used[code])
                texts.Add(WellFormed(column.Values[code]));
        }

        string[] table = [.. texts];
        ranks = new int[used.Length];
        for (var code = 0; code < used.Length; code++)
            ranks[code] = used[code] ? Array.BinarySearch(table, WellFormed(column.Values[code]), StringComparer.Ordinal) : 0;
        return table;
    }

    /// <summary>The codes of the column in its table, a row each.</summary>
    public static void Code(TextColumn column, int[] ranks, Span<long> codes)
    {
        if (!ranks.ContainsAnyExcept(0))
        {
            codes.Clear();
            return;
        }

        var own = column.Codes;
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ranks[own[row]];
    }

    /// <summary>Half a surrogate pair cannot be written as UTF-8; it becomes U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
