using System.Globalization;
using System.Text.Json;

namespace FlowLog.Cli.Service;

/// <summary>What an answer lacks, of what the service says of its completeness.</summary>
internal static class Completeness
{
    /// <summary>States of minutes of which something was asked for and is not there.</summary>
    private static readonly string[] Missing = ["skipped", "late", "lost", "pending"];

    /// <returns>Null if nothing is missing.</returns>
    public static string? Note(JsonElement completeness) => Note(name =>
        completeness.ValueKind == JsonValueKind.Object && completeness.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null);

    /// <param name="header">A dictionary of RFC 9651.</param>
    /// <returns>Null if nothing is missing.</returns>
    public static string? Note(string header)
    {
        var values = header.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=')).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        return Note(name => double.TryParse(values[name].FirstOrDefault(), CultureInfo.InvariantCulture, out var value) ? value : null);
    }

    private static string? Note(Func<string, double?> value)
    {
        var missing = Missing.Where(state => value(state) > 0).Select(state => Text($"{value(state):N0} {state}")).ToList();
        if (missing.Count == 0)
            return null;
        var share = value("share") is { } known ? Text($"{100 * known:0.##} % complete; ") : "";
        return $"{share}minutes that are not there: {string.Join(", ", missing)}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
