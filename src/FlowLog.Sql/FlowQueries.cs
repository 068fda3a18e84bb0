using FlowLog.Query;
using FlowLog.Query.Grouping;
using FlowLog.Query.Sql;
using FlowLog.Scan;
using FlowLog.Sql.Running;

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
        if (query.Sql is { } sql && await VectorisedAsync(sql, search, table, limits, cancellation) is { } vectorised)
            return vectorised;
        var (answer, counts) = await SqliteRun.RunAsync(query.Sql ?? Records, search, table, limits, cancellation);
        return new(answer, counts, false);
    }

    /// <summary>What <see cref="RunAsync"/> would say of a query, whatever the records are. None is read.</summary>
    /// <param name="limits">Those of the query, but for time and memory: what the check itself may take.</param>
    /// <returns>Null if nothing is wrong, or if that takes longer to find out than the limits allow.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<QueryProblem?> CheckAsync(FlowQuery query, QueryLimits limits, CancellationToken cancellation) =>
        query.Sql is { } sql && !GroupPlanner.TryPlan(sql, query.Search, out _) ? await SqliteCheck.RunAsync(sql, limits, cancellation) : null;

    /// <summary>Adds up over columns, if the statement does no more than that.</summary>
    /// <returns>Null if that is for SQLite: other statements, sums beyond 64 bits, more groups than memory holds.</returns>
    private static async Task<QueryAnswer?> VectorisedAsync(
        SqlStatement sql, FlowPredicate search, IFlowTable table, QueryLimits limits, CancellationToken cancellation)
    {
        if (!GroupPlanner.TryPlan(sql, search, out var plan))
            return null;
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        plan = plan.WithDefaultLimit(limits.Rows);
        try
        {
            var (groups, counts) = await GroupRun.RunAsync(plan.Query, table, limits.Threads, stop.Token, limits.MemoryBytes);
            return new(plan.Show(groups), counts, true);
        }
        catch (Exception exception) when (exception is OverflowException or QueryLimitException)
        {
            return null;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new QueryFailedException(Problems.TimedOut(sql, limits));
        }
    }
}
