using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Ingest;

/// <summary>What of a batch goes to one hour of a Logstore.</summary>
/// <param name="Rows">May be none, where only something is to be said.</param>
internal sealed record HourPart(long Hour, FlowColumns Rows, BatchStatement? Statement)
{
    /// <summary>Of the rows; of the step if there are none.</summary>
    public TimeSpanOfStarts Times => Rows.Count > 0
        ? TimeSpanOfStarts.Of(Rows.Numbers(FlowFields.Start))
        : new(Math.Max(Hour, Statement?.Step.From ?? Hour), Math.Max(Hour, (Statement?.Step.Until ?? Hour) - 1));
}
