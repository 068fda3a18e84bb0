using FlowLog.Query.Sql;

namespace FlowLog.Query;

/// <summary>Where a query's search ends and its SQL begins.</summary>
/// <param name="SqlStart">Null if there is no SQL.</param>
internal readonly record struct QueryParts(int SearchEnd, int? SqlStart)
{
    /// <summary>
    /// Finds the bar. One within quotes or brackets of the search, and one that is doubled, is none. SQL may have bars itself: a text
    /// that begins like SQL is split only where SQL begins again.
    /// </summary>
    public static QueryParts Of(string text)
    {
        var tokens = SqlTokens.Of(text).Tokens;
        if (tokens is [var first, ..] && BeginsSql(first))
            return Again(tokens) is { Length: > 0 } again ? new(again.Offset, again.End) : new(0, 0);
        var bar = BarOf(text);
        return bar < 0 ? new(text.Length, null) : new(bar, bar + 1);
    }

    private static bool BeginsSql(SqlToken token) => token.Is("SELECT") || token.Is("WITH");

    /// <summary>The bar behind which SQL begins.</summary>
    private static SqlToken Again(IReadOnlyList<SqlToken> tokens) =>
        tokens.SkipLast(1).Where((token, at) => token.IsOperator("|") && BeginsSql(tokens[at + 1])).FirstOrDefault();

    private static int BarOf(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' or '\'':
                    at = ClosingQuote(text, at);
                    break;
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '|' when at + 1 < text.Length && text[at + 1] == '|':
                    at++;
                    break;
                case '|' when depth == 0:
                    return at;
            }
        }

        return -1;
    }

    private static int ClosingQuote(string text, int opening)
    {
        for (var at = opening + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == text[opening])
                return at;
        }

        return text.Length;
    }
}
