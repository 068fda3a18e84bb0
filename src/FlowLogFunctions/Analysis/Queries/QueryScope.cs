using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Chunks;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What one request may see of a Logstore, and with how many threads.</summary>
/// <param name="Range">What of the request's time the Logstore still keeps; it may be empty.</param>
internal sealed record QueryScope(LogstoreHours Hours, Func<TimeRange, IFlowTable> TableOf, TimeRange Range, int Threads)
{
    public IFlowTable Table => TableOf(Range);

    /// <summary>That a record is of the range.</summary>
    public FlowPredicate Within => Of(Range);

    /// <summary>That a record is of a range.</summary>
    public static FlowPredicate Of(TimeRange range) =>
        range.From < range.To ? FlowPredicate.Between(FlowFields.Start, range.From, range.To - 1) : FlowPredicate.None;
}
