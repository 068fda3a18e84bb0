namespace FlowLog.Sql.Dialect;

/// <summary>A statement that SQLite understands.</summary>
/// <param name="Lists">Lists that it takes as tables.</param>
/// <param name="MostRows">Rows that are answered at most.</param>
/// <param name="HasLimit">Whether the statement said how many.</param>
/// <param name="IsScannedOften">Whether SQLite may go through the table several times for one row of the answer.</param>
/// <param name="Series">What windows of time are filled in; null if none.</param>
internal sealed record Translated(TranslatedSql Sql, IReadOnlyList<ListTable> Lists, int MostRows, bool HasLimit, bool IsScannedOften, Series? Series);
