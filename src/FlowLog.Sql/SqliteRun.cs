using FlowLog.Query;
using FlowLog.Query.Sql;
using FlowLog.Scan;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Running;
using FlowLog.Sql.Table;

namespace FlowLog.Sql;

/// <summary>Answers SQL by SQLite, which reads the chunks as a table. Each statement has a connection, a thread and bounds of its own.</summary>
public static class SqliteRun
{
    /// <exception cref="QueryFailedException">The statement is wrong, or takes more than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled: within milliseconds, unless a load takes longer.</exception>
    /// <exception cref="Chunks.ChunkFormatException">A chunk is corrupt.</exception>
    public static async Task<(QueryTable Table, ScanCounts Counts)> RunAsync(
        SqlStatement sql, FlowPredicate search, IFlowTable table, QueryLimits limits, CancellationToken cancellation)
    {
        var translated = Translation.Of(sql, limits);
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var log = new LogTable(table, search, translated.IsScannedOften, stop.Token);
        try
        {
            var answer = await OwnThread.RunAsync("SQL", () => Answer(translated, log, limits));
            if (translated.Series is { } series)
                answer = SeriesFilling.Of(answer, series, new ScanPlan(search).Starts, translated.MostRows);
            return (answer, await log.EndAsync());
        }
        catch (Exception exception) when (exception is SqliteFailure or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (exception is OperationCanceledException && !time.IsCancellationRequested)
                throw;
            throw new QueryFailedException(time.IsCancellationRequested
                ? Problems.TimedOut(sql, limits)
                : Problems.Of(sql, translated, (SqliteFailure)exception));
        }
        finally
        {
            await log.EndAsync();
        }
    }

    private static QueryTable Answer(Translated translated, LogTable log, QueryLimits limits)
    {
        try
        {
            using var session = new Session(log, translated.Lists, limits);
            using var statement = new Statement(session, translated.Sql.Text);
            return Rows(statement, translated, limits);
        }
        catch (SqliteFailure) when (log.Failure is { } failure)
        {
            failure.Throw();
            throw;
        }
    }

    private static QueryTable Rows(Statement statement, Translated translated, QueryLimits limits)
    {
        var rows = new AnswerRows(statement);
        while (statement.Step())
        {
            if (rows.Count == translated.MostRows)
                return rows.Table(isCut: !translated.HasLimit);
            rows.Add();
            if (rows.Bytes > limits.AnswerBytes)
                throw new SqliteFailure(Problems.AnswerTooLarge, $"The answer has more than {limits.AnswerBytes >> 20} MiB.", -1);
        }

        return rows.Table(isCut: false);
    }
}
