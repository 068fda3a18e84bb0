namespace FlowLog.Query.Sql;

/// <summary>A problem at a place of SQL.</summary>
/// <param name="Offset">In UTF-16 units from the start of the text that was read.</param>
internal readonly record struct SqlProblem(int Offset, int Length, string Code, string Message);
