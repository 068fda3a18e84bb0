using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Tests.Scan;

/// <summary>What a predicate says of a decoded row, in three values: true, false, and null where a field does not apply.</summary>
internal static class PlainAnswer
{
    private const string Delimiters = ", '\";=()[]{}?@&<>/:\n\t\r";

    /// <summary>What was found out once, as regular expressions are slow.</summary>
    private static readonly ConcurrentDictionary<(string Pattern, string Value, string Test), bool> Answers = new();

    public static bool? Of(FlowPredicate predicate, FlowColumns rows, int row) => predicate switch
    {
        NumberIn(var field, var ranges) => Applied(field, rows, row, () => ranges.Any(range => range.Contains(rows.Numbers(field)[row]))),
        HasFlags(var field, var mask, true) => Applied(field, rows, row, () => (rows.Numbers(field)[row] & mask) == mask),
        HasFlags(var field, var mask, false) => Applied(field, rows, row, () => (rows.Numbers(field)[row] & mask) != 0),
        NumberLike(var field, var pattern) => Applied(field, rows, row, () => IsLike(pattern, rows.Numbers(field)[row].ToString(CultureInfo.InvariantCulture), HasWhole)),
        TextIn(var field, var texts) => Applied(field, rows, row, () => texts.Contains(rows.Texts(field)[row])),
        TextLike(var field, var pattern) => Applied(field, rows, row, () => IsLike(pattern, rows.Texts(field)[row], HasPart)),
        AddressIn(var field, var blocks) => Applied(field, rows, row, () => blocks.Any(block => block.Contains(rows.Addresses(field)[row]))),
        AddressLike(var field, var pattern) => Applied(field, rows, row, () => IsLike(pattern, rows.Addresses(field)[row].ToString(), HasWhole)),
        SameFields(var one, var other) => Applied(one, rows, row, () => true) is null ? null : Applied(other, rows, row, () => Value(one, rows, row).Equals(Value(other, rows, row))),
        HasValue(var field) => Applied(field, rows, row, () => true) == true,
        IsMet(var part) => Of(part, rows, row) == true,
        Not(var part) => !Of(part, rows, row),
        AllOf(var parts) => parts.Aggregate((bool?)true, (all, part) => all & Of(part, rows, row)),
        AnyOf(var parts) => parts.Aggregate((bool?)false, (any, part) => any | Of(part, rows, row)),
        _ => throw new ArgumentException($"{predicate}"),
    };

    private static bool? Applied(FlowField field, FlowColumns rows, int row, Func<bool> test)
    {
        if (field.OfTraffic && rows.Numbers(FlowFields.Status)[row] != (long)LogStatus.Ok)
            return null;
        return field switch
        {
            { Kind: FieldKind.Text } when rows.Texts(field)[row] is "" or "-" => null,
            { Kind: FieldKind.Name, Names: ["-", ..] } when rows.Numbers(field)[row] == 0 => null,
            _ => test(),
        };
    }

    private static object Value(FlowField field, FlowColumns rows, int row) => field.Kind == FieldKind.Address ? rows.Addresses(field)[row] : rows.Numbers(field)[row];

    private static bool IsLike(WordPattern pattern, string value, Func<Regex, string, bool> test) =>
        Answers.GetOrAdd((pattern.Text, value, test.Method.Name), _ => test(Glob(pattern.Text), value));

    private static Regex Glob(string pattern) =>
        new($"^{Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".")}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static bool HasWhole(Regex pattern, string text) => pattern.IsMatch(text);

    /// <summary>Whether any part of a text between delimiters matches, tried one by one.</summary>
    private static bool HasPart(Regex pattern, string text)
    {
        var bounds = Enumerable.Range(0, text.Length + 1).Where(place =>
            place == 0 || place == text.Length || Delimiters.Contains(text[place - 1]) || Delimiters.Contains(text[place])).ToList();
        return bounds.Any(from => bounds.Any(to => to > from && pattern.IsMatch(text[from..to])));
    }
}
