using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary>A column without a name is called as it was written, not as it was translated.</summary>
internal static class ItemNames
{
    private static readonly string[] Ends = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "INTERSECT", "EXCEPT"];

    /// <summary>Words that end an expression, and so are no name.</summary>
    private static readonly string[] LastWords = ["END", "NULL", "TRUE", "FALSE", "ISNULL", "NOTNULL"];

    public static void Translate(Translation translation)
    {
        var pieces = translation.Pieces;
        var start = pieces.Plain(0, pieces.Count).FirstOrDefault(at => pieces.Is(at, "SELECT"), -1) + 1;
        if (start == 0)
            return;
        start += pieces.Is(start, "DISTINCT") || pieces.Is(start, "ALL") ? 1 : 0;
        foreach (var at in pieces.Plain(start, pieces.Count).Append(pieces.Count))
        {
            var isEnd = at == pieces.Count || IsEnd(pieces, at);
            if (!isEnd && !pieces.IsOperator(at, ","))
                continue;
            Name(translation, start, at - 1);
            if (isEnd)
                return;
            start = at + 1;
        }
    }

    private static bool IsEnd(SqlPieces pieces, int at) => Ends.Any(word => pieces.Is(at, word)) && !(pieces.Is(at, "FROM") && pieces.Is(at - 1, "DISTINCT"));

    private static void Name(Translation translation, int first, int last)
    {
        var pieces = translation.Pieces;
        if (last < first || HasName(pieces, first, last))
            return;
        var (start, end) = (pieces[first].Offset, pieces[last].End);
        if (!translation.Edits.Any(edit => edit.Offset >= start && edit.Offset < end))
            return;
        var written = translation.Statement.Text[start..end].Replace("\"", "\"\"", StringComparison.Ordinal);
        translation.Append(last, $" AS \"{written}\"");
    }

    private static bool HasName(SqlPieces pieces, int first, int last)
    {
        var (before, name) = (pieces[last - 1], pieces[last]);
        if (last == first || name.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) || LastWords.Any(word => pieces.Is(last, word)))
            return false;
        return before.Kind != SqlTokenKind.Operator || before.Text is ")" or "]";
    }
}
