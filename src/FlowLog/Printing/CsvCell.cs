using System.Globalization;

namespace FlowLog.Printing;

/// <summary>
/// Cells of comma-separated values that a spreadsheet may open: a text that it would take for a formula, which somebody else may have
/// written, has an apostrophe before it.
/// </summary>
public static class CsvCell
{
    /// <summary>What formulas begin with, also in full width.</summary>
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    /// <summary>In quotes where RFC 4180 wants them.</summary>
    public static string Of(string text)
    {
        var cell = IsFormula(text) ? $"'{text}" : text;
        return cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>A hyphen alone says that there is no value, and numbers are numbers.</summary>
    private static bool IsFormula(string text) =>
        text.Length > 0 && Beginnings.Contains(text[0], StringComparison.Ordinal) && text != "-"
        && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
