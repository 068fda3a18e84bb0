using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Chunks;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What one request may see of a Logstore, and what it may take.</summary>
/// <param name="Range">What of the request's time the Logstore still keeps; it may be empty.</param>
/// <param name="Memory">Bytes of groups.</param>
internal sealed record QueryScope(LogstoreHours Hours, Func<TimeRange, IFlowTable> TableOf, TimeRange Range, int Threads, long Memory)
{
    public IFlowTable Table => TableOf(Range);

    /// <summary>That a record is of the range.</summary>
    public FlowPredicate Within => Of(Range);

    public Task<GroupAnswer> GroupAsync(GroupQuery query, CancellationToken cancellation) => GroupRun.RunAsync(query, Table, Threads, cancellation, Memory);

    /// <summary>That a record is of a range.</summary>
    public static FlowPredicate Of(TimeRange range) =>
        range.From < range.To ? FlowPredicate.Between(FlowFields.Start, range.From, range.To - 1) : FlowPredicate.None;
}
