using FlowLog.Query;

namespace FlowLogFunctions.Analysis.Language;

/// <summary>All that is wrong with a query, in the order of its text; empty if nothing is.</summary>
internal sealed record CheckAnswer(IReadOnlyList<QueryProblem> Problems);
