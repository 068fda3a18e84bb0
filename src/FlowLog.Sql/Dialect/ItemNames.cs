using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary>A column without a name is called as it was written, not as it was translated.</summary>
internal static class ItemNames
{
    /// <summary>Words that end an expression, and so are no name.</summary>
    private static readonly string[] LastWords = ["END", "NULL", "TRUE", "FALSE", "ISNULL", "NOTNULL"];

    public static void Translate(Translation translation)
    {
        foreach (var (first, last) in SelectItems.Of(translation.Pieces))
        {
            if (!HasName(translation.Pieces, first, last))
                Name(translation, first, last);
        }
    }

    private static void Name(Translation translation, int first, int last)
    {
        var (start, end) = (translation.Pieces[first].Offset, translation.Pieces[last].End);
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
