using System.Text;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>The different texts of a column in ascending ordinal order, and a code a row.</summary>
internal static class TextTable
{
    public static (string[] Texts, long[] Codes) Of(TextColumn column)
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
        var ranks = new int[used.Length];
        for (var code = 0; code < used.Length; code++)
            ranks[code] = used[code] ? Array.BinarySearch(table, WellFormed(column.Values[code]), StringComparer.Ordinal) : 0;
        var codes = new long[column.Count];
        if (table.Length == 1)
            return (table, codes);
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ranks[column.Codes[row]];
        return (table, codes);
    }

    /// <summary>Half a surrogate pair cannot be written as UTF-8; it becomes U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
