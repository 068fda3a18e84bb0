using FlowLog.Query;
using FlowLog.Query.Sql;
using FlowLog.Scan;
using FlowLog.Sql.Running;
using FlowLog.Sql.Table;

namespace FlowLog.Sql;

/// <summary>Answers SQL by SQLite, which reads the chunks as a table.</summary>
public static class SqliteRun
{
    /// <exception cref="QueryFailedException">The statement is wrong, or takes more than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<(QueryTable Table, ScanCounts Counts)> RunAsync(
        SqlStatement sql, FlowPredicate search, IFlowTable table, QueryLimits limits, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var log = new LogTable(table, search, stop.Token);
        var answer = await OwnThread.RunAsync("SQL", () => Answer(sql, log));
        return (answer, await log.EndAsync());
    }

    private static QueryTable Answer(SqlStatement sql, LogTable log)
    {
        using var session = new Session(log);
        using var statement = new Statement(session, sql.Text[sql.Start..]);
        var rows = new List<object?[]>();
        while (statement.Step())
        {
            var row = new object?[statement.Columns];
            for (var column = 0; column < row.Length; column++)
                row[column] = statement.Value(column).Plain;
            rows.Add(row);
        }

        return new([.. Enumerable.Range(0, statement.Columns).Select(column => new QueryColumn(statement.Name(column), QueryType.Text))], rows);
    }
}
