using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Reports;

/// <summary>A report with its charts' data.</summary>
/// <param name="From">Inclusive: what was asked for, in whole minutes, hours or days.</param>
/// <param name="To">Exclusive.</param>
/// <param name="BucketSeconds">Length of a point in time.</param>
internal sealed record ReportAnswer(
    string Name, string Title, DateTimeOffset From, DateTimeOffset To, int BucketSeconds, IReadOnlyList<ChartAnswer> Charts, ReportStatistics Statistics,
    CompletenessTotals Completeness);
