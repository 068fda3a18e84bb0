namespace FlowLog.Query.Sql;

/// <summary>Something that rows are sorted by.</summary>
internal sealed record ShownSort(Shown Value, bool Descending);
