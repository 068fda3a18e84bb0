namespace FlowLog.Sql.Dialect;

/// <summary>A statement that SQLite understands.</summary>
/// <param name="Lists">Lists that it takes as tables.</param>
/// <param name="MostRows">Rows that are answered at most.</param>
/// <param name="HasLimit">Whether the statement said how many.</param>
internal sealed record Translated(TranslatedSql Sql, IReadOnlyList<ListTable> Lists, int MostRows, bool HasLimit);
