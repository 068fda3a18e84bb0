using System.Diagnostics.CodeAnalysis;
using FlowLog.Scan;

namespace FlowLog.Query.Sql;

/// <summary>
/// Finds the statements that are a filter, groups by some fields or stretches of time, counts, sums, least, greatest and averages, an
/// order and a limit: those that need not go through SQLite. It says yes only where the answer is certainly SQLite's.
/// </summary>
public static class GroupPlanner
{
    /// <summary>The largest LIMIT and OFFSET. SQLite's way says what is wrong with larger ones.</summary>
    private const long MostRows = 1_000_000;

    /// <summary>The largest count of LIMIT offset, count.</summary>
    private const long MostRowsOfPage = 10_000;

    /// <param name="search">What holds for every record beside the statement's own conditions.</param>
    public static bool TryPlan(SqlStatement sql, FlowPredicate search, [NotNullWhen(true)] out GroupPlan? plan)
    {
        plan = SelectParser.Read(sql) is { } query ? Plan(query, search) : null;
        return plan is not null;
    }

    private static GroupPlan? Plan(SelectQuery query, FlowPredicate search)
    {
        if (query.Items.Count == 0 || !IsWithinBounds(query) || Selection.Of(query.Source) is not { } selections)
            return null;
        var parts = new List<SelectionPlan>(selections.Count);
        foreach (var selection in selections)
        {
            if (SelectionPlan.Of(query, selection, search) is not { } part || (parts is [var first, ..] && !part.IsLike(first)))
                return null;
            parts.Add(part);
        }

        return new([.. parts.Select(part => part.Records)], parts[0], (int)query.Offset, (int?)query.Limit);
    }

    private static bool IsWithinBounds(SelectQuery query) =>
        query.Offset <= MostRows && (query.Limit ?? 0) <= (query.IsPage ? MostRowsOfPage : MostRows);
}
