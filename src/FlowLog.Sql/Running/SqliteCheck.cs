using FlowLog.Query;
using FlowLog.Query.Sql;
using FlowLog.Scan;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;

namespace FlowLog.Sql.Running;

/// <summary>
/// What SQLite says of a statement before it reads a record. One that is not about records at all is carried out too, as its values may be
/// wrong whatever there is.
/// </summary>
internal static class SqliteCheck
{
    /// <summary>What says more of the bounds of the check than of the statement.</summary>
    private static readonly int[] OfTheCheck = [SqliteCodes.OutOfMemory, SqliteCodes.Full, SqliteCodes.Interrupted];

    /// <returns>Null if nothing is known to be wrong: nothing is, or it lies in records, or the limits did not suffice to find it.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<QueryProblem?> RunAsync(SqlStatement sql, QueryLimits limits, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            var translated = Translation.Of(sql, limits);
            var log = new LogTable(NoRecords.Instance, FlowPredicate.All, translated.IsScannedOften, stop.Token);
            var failure = await OwnThread.RunAsync("SQL", () => Failure(translated, log, limits));
            cancellation.ThrowIfCancellationRequested();
            return failure is null || time.IsCancellationRequested ? null : Problems.Of(sql, translated, failure);
        }
        catch (QueryFailedException failed)
        {
            return failed.Problem;
        }
    }

    private static SqliteFailure? Failure(Translated translated, LogTable log, QueryLimits limits)
    {
        try
        {
            using var session = new Session(log, translated.Lists, limits);
            using var statement = new Statement(session, translated.Sql.Text);
            for (var rows = 0; !log.IsRead && rows < translated.MostRows && statement.Step();)
                rows++;
            return null;
        }
        catch (SqliteFailure failure)
        {
            return OfTheCheck.Contains(failure.Code) ? null : failure;
        }
    }
}
