using FlowLog.Query;
using FlowLog.Query.Sql;
using FlowLog.Scan;

namespace FlowLog.Sql;

/// <summary>Answers queries: the one entry for the service and the command line.</summary>
public static class FlowQueries
{
    private static readonly SqlStatement Records = FlowQuery.TryParse("* | SELECT * FROM log", out var query, out _)
        ? query.Sql!
        : throw new InvalidOperationException("The query for records is none.");

    /// <summary>Answers a query. A search alone answers the first records that match, as many as the limits say, with all fields.</summary>
    /// <param name="within">What holds for every record beside, such as the range of time.</param>
    /// <exception cref="QueryFailedException">The query is wrong, or takes more than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Chunks.ChunkFormatException">A chunk is corrupt.</exception>
    public static async Task<QueryAnswer> RunAsync(
        FlowQuery query, FlowPredicate within, IFlowTable table, QueryLimits limits, CancellationToken cancellation)
    {
        var search = FlowPredicate.And(within, query.Search);
        var (answer, counts) = await SqliteRun.RunAsync(query.Sql ?? Records, search, table, limits, cancellation);
        return new(answer, counts, false);
    }
}
