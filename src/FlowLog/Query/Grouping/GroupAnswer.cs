using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>Groups, in order.</summary>
/// <param name="Table">Columns <c>k0</c>, <c>k1</c> … of the keys, then <c>m0</c>, <c>m1</c> … of the measures.</param>
public sealed record GroupAnswer(QueryTable Table, ScanCounts Counts);
