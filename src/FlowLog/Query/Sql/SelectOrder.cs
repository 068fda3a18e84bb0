namespace FlowLog.Query.Sql;

/// <summary>Something that a statement sorts by.</summary>
internal sealed record SelectOrder(SqlExpression Value, bool Descending);
