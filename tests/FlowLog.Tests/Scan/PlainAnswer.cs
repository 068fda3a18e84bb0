using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Tests.Scan;

/// <summary>What a predicate says of a decoded row, in three values: true, false, and null where a field does not apply.</summary>
internal static class PlainAnswer
{
    public static bool? Of(FlowPredicate predicate, FlowColumns rows, int row) => predicate switch
    {
        NumberIn(var field, var ranges) => Applied(field, rows, row, () => ranges.Any(range => range.Contains(rows.Numbers(field)[row]))),
        HasFlags(var field, var mask, true) => Applied(field, rows, row, () => (rows.Numbers(field)[row] & mask) == mask),
        HasFlags(var field, var mask, false) => Applied(field, rows, row, () => (rows.Numbers(field)[row] & mask) != 0),
        TextIn(var field, var texts) => Applied(field, rows, row, () => texts.Contains(rows.Texts(field)[row])),
        AddressIn(var field, var blocks) => Applied(field, rows, row, () => blocks.Any(block => block.Contains(rows.Addresses(field)[row]))),
        Not(var part) => !Of(part, rows, row),
        AllOf(var parts) => parts.Aggregate((bool?)true, (all, part) => all & Of(part, rows, row)),
        AnyOf(var parts) => parts.Aggregate((bool?)false, (any, part) => any | Of(part, rows, row)),
        _ => throw new ArgumentException($"{predicate}"),
    };

    private static bool? Applied(FlowField field, FlowColumns rows, int row, Func<bool> test) =>
        field.OfTraffic && rows.Numbers(FlowFields.Status)[row] != (long)LogStatus.Ok ? null : test();
}
