using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Query.Sql;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Plans of statements, and what they are in a line.</summary>
internal static class PlanText
{
    public static GroupPlan? Plan(string sql)
    {
        Assert.True(FlowQuery.TryParse($"* | {sql}", out var query, out var problems), string.Join('\n', problems));
        return GroupPlanner.TryPlan(query.Sql!, query.Search, out var plan) ? plan : null;
    }

    /// <summary>Like <c>where A by B of C order D limit E</c>; selections are parted by +.</summary>
    public static string Of(GroupQuery query)
    {
        var order = query.Order.Count == 0 ? "" : " order " + string.Join(", ", query.Order.Select(by => $"{by.Column}{(by.Descending ? " desc" : "")}"));
        var limit = query.Limit == int.MaxValue ? "" : $" limit {query.Offset},{query.Limit}";
        return $"{string.Join(" + ", query.Selections.Select(Of))} of {string.Join(", ", query.Measures.Select(measure => Of(measure, query.Selections[0])))}{order}{limit}";
    }

    public static string Of(FlowPredicate predicate) => predicate switch
    {
        AllOf { Parts.Count: 0 } => "all",
        AnyOf { Parts.Count: 0 } => "none",
        AllOf all when all.Parts.Where(part => part != FlowPredicate.All).ToList() is var parts => parts.Count switch
        {
            0 => "all",
            1 => Of(parts[0]),
            _ => $"({string.Join(" and ", parts.Select(Of))})",
        },
        AnyOf any => $"({string.Join(" or ", any.Parts.Select(Of))})",
        Not not => $"not {Of(not.Part)}",
        NumberIn number => $"{number.Field}=[{string.Join(' ', number.Ranges.Select(range => range.Minimum == range.Maximum ? $"{range.Minimum}" : $"{Bound(range.Minimum)}..{Bound(range.Maximum)}"))}]",
        TextIn text => $"{text.Field}=[{string.Join(' ', text.Texts)}]",
        AddressIn address => $"{address.Field}=[{string.Join(' ', address.Blocks)}]",
        AddressLike like => $"{like.Field} like {like.Pattern}",
        HasValue value => $"has {value.Field}",
        _ => predicate.ToString(),
    };

    private static string Bound(long bound) => bound is long.MinValue or long.MaxValue ? "" : $"{bound}";

    private static string Of(GroupSelection selection)
    {
        var keys = string.Join(", ", selection.Keys.Select(key => key.Bucket == 1 ? $"{key.Field}" : $"{key.Field}/{key.Bucket}"));
        return $"{Of(selection.Where)} by {(keys.Length == 0 ? "nothing" : keys)}{(selection.Values.Count == 0 ? "" : $" with {string.Join(", ", selection.Values)}")}";
    }

    private static string Of(Measure measure, GroupSelection selection) =>
        $"{measure.Kind.ToString().ToLowerInvariant()}({(measure.Value < 0 ? "*" : selection.Values[measure.Value].ToString())})";
}
