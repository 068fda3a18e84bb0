using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Conditions put together, those on one field as one where that is less work.</summary>
internal static class Joined
{
    public static FlowPredicate All(IReadOnlyList<FlowPredicate> parts) => parts is [var only]
        ? only
        : new AllOf([.. parts.SelectMany(part => part is AllOf all ? all.Parts : [part])]);

    public static FlowPredicate Any(IReadOnlyList<FlowPredicate> parts)
    {
        if (parts is [var only])
            return only;
        var flat = parts.SelectMany(part => part is AnyOf any ? any.Parts : [part]).ToList();
        List<FlowPredicate> joined = [.. Numbers(flat), .. Addresses(flat), .. flat.Where(part => part is not (NumberIn or AddressIn))];
        return joined is [var one] ? one : new AnyOf(joined);
    }

    private static IEnumerable<FlowPredicate> Numbers(IEnumerable<FlowPredicate> parts) =>
        parts.OfType<NumberIn>().GroupBy(part => part.Field).Select(same => new NumberIn(same.Key, [.. same.SelectMany(part => part.Ranges)]));

    private static IEnumerable<FlowPredicate> Addresses(IEnumerable<FlowPredicate> parts) =>
        parts.OfType<AddressIn>().GroupBy(part => part.Field).Select(same => new AddressIn(same.Key, [.. same.SelectMany(part => part.Blocks)]));
}
