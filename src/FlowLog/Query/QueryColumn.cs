namespace FlowLog.Query;

/// <summary>A column of an answer.</summary>
public sealed record QueryColumn(string Name, QueryType Type);
