namespace FlowLog.Query.Sql;

/// <summary>A column of an answer: its name, and what it shows of a group.</summary>
internal sealed record ShownColumn(string Name, Shown Value);
