using System.Globalization;
using System.Text.RegularExpressions;
using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>What a record says, as a reader would find it out from its text.</summary>
internal static class PlainReading
{
    private static readonly char[] Delimiters = [.. ", '\";=()[]{}?@&<>/:\n\t\r"];

    /// <summary>As records show it.</summary>
    public static string Shown(FlowField field, FlowRecord record)
    {
        if (field.OfTraffic && record.Status != LogStatus.Ok)
            return "-";
        return field.Kind switch
        {
            FieldKind.Text => field.Text(record) is { Length: > 0 } text ? text : "-",
            FieldKind.Address => field.Address(record).ToString(),
            FieldKind.Name => field.Names[(int)field.Number(record)],
            _ => field.Number(record).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether one of some fields meets a test; null if it does not and one of them shows nothing.</summary>
    public static bool? Any(FlowField[] fields, FlowRecord record, Func<FlowField, string, bool> test) =>
        fields.Aggregate((bool?)false, (any, field) => any | (Shown(field, record) is var shown && shown == "-" ? null : test(field, shown)));

    public static bool HasAnywhere(FlowRecord record, Regex pattern) =>
        FlowFields.All.Any(field => Shown(field, record) is var shown && shown != "-" && Has(field, shown, pattern));

    public static bool HasAddress(FlowRecord record, string beginning) =>
        new[] { FlowFields.Source, FlowFields.Destination }.Any(field => Shown(field, record).StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The whole, and of a text any of its words.</summary>
    public static bool Has(FlowField field, string shown, Regex pattern) =>
        pattern.IsMatch(shown) || (field.Kind == FieldKind.Text && shown.Split(Delimiters).Any(word => word.Length > 0 && pattern.IsMatch(word)));

    public static Regex Pattern(string text, bool hasWildcards)
    {
        var escaped = Regex.Escape(text);
        if (hasWildcards)
            escaped = escaped.Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        return new($"^{escaped}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
