using System.Diagnostics.CodeAnalysis;
using FlowLog.Query.Search;
using FlowLog.Query.Sql;
using FlowLog.Scan;

namespace FlowLog.Query;

/// <summary>
/// What is asked of flow logs: <c>search | SELECT …</c>, of which either part may be missing. A search alone asks for records, SQL
/// alone is about all of them.
/// </summary>
public sealed class FlowQuery
{
    /// <summary>UTF-16 units that a query has at most.</summary>
    public const int LongestText = 64 * 1024;

    private FlowQuery(string text, FlowPredicate search, SqlStatement? sql) => (Text, Search, Sql) = (text, search, sql);

    public string Text { get; }

    /// <summary>Which records the query is about.</summary>
    public FlowPredicate Search { get; }

    /// <summary>What is to be told of them; null if they are asked for themselves.</summary>
    public SqlStatement? Sql { get; }

    public override string ToString() => Text;

    /// <summary>Reads a query.</summary>
    /// <param name="problems">Of both parts, in the order of their places in <paramref name="text"/>; empty if there is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FlowQuery? query, out IReadOnlyList<QueryProblem> problems)
    {
        query = null;
        if (text.Length > LongestText)
        {
            problems = [QueryProblem.At(text, LongestText, text.Length - LongestText, SqlCodes.TooLong, $"A query has at most {LongestText} characters; this one has {text.Length}.")];
            return false;
        }

        var found = new List<QueryProblem>();
        var parts = QueryParts.Of(text);
        var search = SearchOf(text[..parts.SearchEnd], found);
        var sql = parts.SqlStart is { } start ? SqlStatement.Read(text, start, found) : null;
        if (found.Count == 0)
            query = new(text, search, sql);
        problems = found;
        return query is not null;
    }

    private static FlowPredicate SearchOf(string text, List<QueryProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return FlowPredicate.All;
        if (!SearchParser.TryParse(text, out var search, out var found))
            problems.AddRange(found);
        return search;
    }
}
