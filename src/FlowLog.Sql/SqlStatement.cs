namespace FlowLog.Query.Sql;

/// <summary>The SQL part of a query.</summary>
/// <param name="Text">The whole query.</param>
/// <param name="Start">Where in it the SQL begins.</param>
public sealed record SqlStatement(string Text, int Start);
