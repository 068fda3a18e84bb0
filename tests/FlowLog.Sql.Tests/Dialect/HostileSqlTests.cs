using FlowLog.Sql.Tests.Support;

namespace FlowLog.Sql.Tests.Dialect;

/// <summary>Whatever is written, a query has an answer or a problem within its text.</summary>
public sealed class HostileSqlTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "log", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "10", "1", ",", "(", ")", "[", "]", "CAST", "AS", "bigint", "bytes", "\"eni-id\"", "'x'", "UNNEST", "ARRAY",
        "time_series", "EXTRACT", "hour", "TIMESTAMP", "DATE", "'2026-01-01'", "count", "*", "-", "t", "WITH", "ORDINALITY", "UNION", "VALUES", "OFFSET", "CURRENT_DATE", "CASE", "WHEN",
        "THEN", "END", "varchar", ".", "DISTINCT", "OVER", "ip_in_cidr", "srcaddr", "=", "IN", "AND", "NOT", "NULL", "TRY_CAST", "-- c\n", "/* c */", ";", "ü", "JOIN", "ON", "INTERVAL",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task PiecesInAnyOrder_HaveAnAnswerOrAProblem(int seed)
    {
        var random = new Random(seed);
        var table = ChunkTable.Of(SomeRecords.Of(seed, 20));
        for (var i = 0; i < 250; i++)
        {
            var query = "* | SELECT " + string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                await table.AskAsync(query);
            }
            catch (QueryFailedException failed)
            {
                var lines = query.Split('\n');
                Assert.InRange(failed.Problem.Line, 1, lines.Length);
                Assert.InRange(failed.Problem.Column, 1, lines[failed.Problem.Line - 1].Length + 1);
                Assert.NotEqual("", failed.Problem.Message);
            }
        }
    }
}
