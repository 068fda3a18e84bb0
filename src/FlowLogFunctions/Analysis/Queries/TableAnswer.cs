using FlowLog.Query;
using FlowLogFunctions.Ledger;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Columns and rows, what they took, and how complete they are.</summary>
/// <param name="Range">As it was asked for.</param>
internal sealed record TableAnswer(TimeRange Range, QueryTable Table, QueryStatistics Statistics, CompletenessTotals Completeness)
{
    /// <summary>Whether a query was answered from the columns themselves; null where there is no other way.</summary>
    public bool? IsVectorised { get; init; }
}
