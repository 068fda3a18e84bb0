namespace FlowLog.Sql.Dialect;

/// <summary>A list that is taken as a table, one row an element: <c>UNNEST(ARRAY[…]) AS t(x)</c>.</summary>
/// <param name="Name">The table's name for SQLite.</param>
/// <param name="Elements">How many.</param>
/// <param name="Number">What the column of their numbers, from 1 on, is called; null if there is none.</param>
internal sealed record ListTable(string Name, string Column, string? Number, int Elements)
{
    /// <summary>What the names of such tables begin with.</summary>
    public const string Prefix = "list_";
}
