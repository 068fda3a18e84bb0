namespace FlowLogFunctions.Ledger;

/// <summary>How complete a Logstore is, minute by minute.</summary>
/// <param name="Totals">Of all ENIs, whatever the page.</param>
internal sealed record CompletenessAnswer(CompletenessTotals Totals, IReadOnlyList<EniCompleteness> Items, string? Cursor);

/// <summary>The minutes of one ENI, in the order of time and without a gap.</summary>
internal sealed record EniCompleteness(string EniId, IReadOnlyList<CompletenessRun> Runs);
