using FlowLog.Query;
using FlowLog.Query.Sql;
using FlowLog.Tests.Query.Grouping;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Texts that nobody should have written: each is told what is wrong with it, or read.</summary>
public class HostileStatementTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "select", "WITH", "t", "AS", "(", ")", "(SELECT", "FROM", "log", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "OFFSET", "UNION ALL", "DISTINCT", "count(*)",
        "sum(bytes)", "srcaddr", "bytes", "\"eni-id\"", "'x'", "1", "-", "9223372036854775807", "9223372036854775808", "0.5", "*", "/", "%", "+", "=", "<>", "<", "AND", "OR", "NOT",
        "BETWEEN", "IN (", "IS NULL", ",", ".", "|", "||", ";", "--", "/*", "'", "\"", "UNNEST(ARRAY[", "]", "date_trunc('minute',", "from_unixtime(", "DESC", "\0", "é", "\n",
    ];

    [Fact]
    public void AnyPieces_AreReadOrTold()
    {
        var random = new Random(11);
        for (var round = 0; round < 4_000; round++)
            Read((round % 20 == 0 ? "" : "* | SELECT ") + string.Join(' ', Enumerable.Range(0, random.Next(25)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Fact]
    public void StatementsWithADamagedPlace_AreReadOrTold()
    {
        var random = new Random(12);
        var records = TrafficRows.Of(1, 20);
        var statements = new SomeStatements(random, records);
        for (var round = 0; round < 1_000; round++)
        {
            var sql = statements.Next().Sql.ToCharArray().ToList();
            for (var times = random.Next(1, 3); times > 0; times--)
            {
                var at = random.Next(sql.Count);
                if (random.Next(2) == 0)
                    sql.RemoveAt(at);
                else
                    sql[at] = Pieces[random.Next(Pieces.Length)][0];
            }

            Read(new([.. sql]));
        }
    }

    [Theory]
    [InlineData("SELECT count(*) FROM log WHERE ", "(", "bytes = 1", ")", 20_000)]
    [InlineData("SELECT count(*) FROM log WHERE ", "NOT ", "bytes = 1", "", 15_000)]
    [InlineData("SELECT count(*) FROM log WHERE bytes = 1", " + 1", "", "", 15_000)]
    [InlineData("SELECT count(*) FROM log WHERE bytes = 1", " OR bytes = 1", "", "", 4_000)]
    [InlineData("SELECT ", "abs(", "1", ")", 10_000)]
    [InlineData("SELECT count(*) FROM ", "(SELECT bytes FROM ", "log", ")", 3_000)]
    [InlineData("WITH a AS (SELECT bytes FROM log)", ", a AS (SELECT bytes FROM a UNION ALL SELECT bytes FROM a)", " SELECT count(*) FROM a", "", 1_000)]
    [InlineData("SELECT count(*) FROM log GROUP BY bytes", ", bytes / 2", "", "", 3_000)]
    [InlineData("SELECT count(*)", ", sum(bytes)", " FROM log", "", 4_000)]
    [InlineData("SELECT count(*) FROM log WHERE bytes IN (1", ", 2", ")", "", 10_000)]
    [InlineData("SELECT 1", ";", "", "", 30_000)]
    public void NestedAndLongOnes_AreReadOrTold(string head, string opening, string middle, string closing, int times) =>
        Read(head + string.Concat(Enumerable.Repeat(opening, times)) + middle + string.Concat(Enumerable.Repeat(closing, times)));

    private static void Read(string text)
    {
        if (!FlowQuery.TryParse(text, out var query, out var problems))
        {
            Assert.NotEmpty(problems);
            Assert.All(problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0 && problem.Length >= 0 && problem.Code.Length > 0, text));
            return;
        }

        Assert.Empty(problems);
        if (query.Sql is { } sql)
            GroupPlanner.TryPlan(sql, query.Search, out _);
    }
}
