namespace FlowLog.Query.Sql;

/// <summary>Something that is told.</summary>
/// <param name="Alias">Its name, if it has one.</param>
/// <param name="Written">As it stands in the statement.</param>
internal sealed record SelectItem(SqlExpression Value, string? Alias, string Written);
