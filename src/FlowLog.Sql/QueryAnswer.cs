using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Sql;

/// <summary>What a query answers, and what it took.</summary>
/// <param name="IsVectorised">Whether it was added up over columns, without SQLite.</param>
public sealed record QueryAnswer(QueryTable Table, ScanCounts Counts, bool IsVectorised);
