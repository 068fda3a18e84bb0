using FlowLog.Ledger;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>What a row knows of an hour or a day of a Logstore.</summary>
/// <param name="Aggregate">Only of the parts that were asked for; null if the row says that it would be too large.</param>
internal sealed record RollUp(Aggregate? Aggregate)
{
    /// <summary>The batches whose records are in an hour's roll-up; null if they were not asked for, or are too many.</summary>
    public IReadOnlySet<string>? Batches { get; init; }

    /// <summary>Whether an hour's was made at once of all that was there when the hour was over: its bounds are as close as can be.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The hours that a day's roll-up is about, a bit each.</summary>
    public int Hours { get; init; }

    /// <summary>What the batches of an hour say of their steps, in few statements; null if that was not asked for, or is too much.</summary>
    public IReadOnlyList<LedgerEntry>? Said { get; init; }

    /// <summary>The version that was read; null for one that is not stored.</summary>
    public string? ETag { get; init; }
}
