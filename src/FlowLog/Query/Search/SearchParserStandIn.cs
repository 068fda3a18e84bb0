using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Goes when the search syntax comes.</summary>
internal static class SearchParser
{
    public static bool TryParse(string text, out FlowPredicate predicate, out IReadOnlyList<QueryProblem> problems)
    {
        predicate = FlowPredicate.All;
        problems = text.Trim() == "*" ? [] : [QueryProblem.At(text, 0, text.Length, "InvalidSearch", "Expected *.")];
        return problems.Count == 0;
    }
}
