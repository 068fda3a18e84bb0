using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Reads the search part of a query, in Log Service's syntax and ours; docs/search-and-sql.md describes it.</summary>
public static class SearchParser
{
    /// <summary>UTF-16 units of a search.</summary>
    public const int MostLetters = 16 * 1024;

    /// <summary>How deep parentheses and <c>not</c> may be nested.</summary>
    public const int MostDepth = 64;

    /// <summary>Conditions of a search; each value of a list is one.</summary>
    public const int MostConditions = 500;

    /// <summary>Problems that are told of one search; the first ones.</summary>
    public const int MostProblems = 20;

    /// <param name="text">Any; an empty one asks for every record.</param>
    /// <param name="predicate">Every record if there are problems.</param>
    /// <param name="problems">All that is wrong, in the order of the text.</param>
    public static bool TryParse(string text, out FlowPredicate predicate, out IReadOnlyList<QueryProblem> problems)
    {
        var found = new SearchProblems(text);
        predicate = FlowPredicate.All;
        if (text.Length > MostLetters)
            found.Add(SearchCodes.TooLong, MostLetters, 0, $"A search has at most {MostLetters} letters; this one has {text.Length}.");
        else
            predicate = new SearchGrammar(text, SearchTokens.Of(text, found), found).Read();
        problems = found.InOrder();
        if (problems.Count > 0)
            predicate = FlowPredicate.All;
        return problems.Count == 0;
    }
}
