namespace FlowLog.Query.Grouping;

/// <summary>One thing that groups are sorted by.</summary>
/// <param name="Column">Keys come first, from 0 on, then measures. Null is the least, as in SQLite.</param>
public sealed record GroupOrder(int Column, bool Descending);
