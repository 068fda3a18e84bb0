using FlowLog.Sql.Functions;
using FlowLog.Sql.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FlowLog.Sql.Tests.Functions;

public sealed class SqlFunctionsTests
{
    public static TheoryData<string> Documented => [.. SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).Select(function => function.Name)];

    [Theory, MemberData(nameof(Documented))]
    public async Task ADocumentedExample_GivesItsResult(string name)
    {
        var function = SqlFunctions.Find(name)!;

        var rows = await Asked.Nothing.RowsAsync($"SELECT {function.Example}");

        Assert.Equal([function.Result], rows);
        Assert.Contains(name, function.Example.ToLowerInvariant());
    }

    [Fact]
    public void Names_AreThereOnce() =>
        Assert.Equal(SqlFunctions.ByTheme.Sum(theme => theme.Functions.Count), SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).DistinctBy(function => function.Name).Count());

    [Fact]
    public async Task AFunctionOfSqlites_IsListedOrRefused()
    {
        await Asked.Nothing.RowsAsync("SELECT 1");
        var taken = new List<string>();
        // CURRENT_DATE and its like are words of the dialect.
        foreach (var (name, arguments) in OfSqlite().Where(function => SqlFunctions.Find(function.Name) is null && !function.Name.StartsWith("current_", StringComparison.Ordinal)))
        {
            var problem = await FlowQueries.CheckAsync(Asked.Parsed($"SELECT {name}({string.Join(", ", Enumerable.Repeat("1", arguments < 0 ? 2 : arguments))})"), new(), default);
            if (problem?.Code is not ("UnknownFunction" or "SqlSyntaxError"))
                taken.Add($"{name}({arguments}) {problem}");
        }

        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("concat('a', NULL)", "NULL")]
    [InlineData("from_unixtime(NULL)", "NULL")]
    [InlineData("ip_in_cidr('nobody', '10.0.0.0/8')", "NULL")]
    [InlineData("ip_in_cidr('10.0.0.1', '10.0.0.7/8')", "1")]
    [InlineData("ip_in_cidr('::ffff:10.0.0.1', '10.0.0.0/8')", "0")]
    [InlineData("from_unixtime(-1)", "1969-12-31 23:59:59.000")]
    [InlineData("from_unixtime(1767225600.5)", "2026-01-01 00:00:00.500")]
    [InlineData("date_trunc('week', '2026-01-01')", "2025-12-29 00:00:00.000")]
    [InlineData("date_trunc('quarter', '2026-05-31 10:00:00')", "2026-04-01 00:00:00.000")]
    [InlineData("date_trunc('minute', -1)", "1969-12-31 23:59:00.000")]
    [InlineData("date_add('month', 1, '2026-01-31')", "2026-02-28 00:00:00.000")]
    [InlineData("date_diff('month', '2026-01-31', '2026-03-30')", "1")]
    [InlineData("date_diff('day', '2026-01-02', '2026-01-01')", "-1")]
    [InlineData("date_format('2026-01-02 03:04:05.678', '%Y %y %m %c %M %b %d %e %j %W %a %H %k %h %I %l %i %s %S %f %p %T %r %%')", "2026 26 01 1 January Jan 02 2 002 Friday Fri 03 3 03 03 3 04 05 05 678000 AM 03:04:05 03:04:05 AM %")]
    [InlineData("date_parse('Jan 2 2026 03:04 PM', '%b %e %Y %h:%i %p')", "2026-01-02 15:04:00.000")]
    [InlineData("split_part('a,b', ',', 3)", "NULL")]
    [InlineData("split_part('a,,b', ',', 2)", "")]
    [InlineData("strpos('ünï', 'ï')", "3")]
    [InlineData("lpad('abcd', 2, 'x')", "ab")]
    [InlineData("mod(5, 0)", "NULL")]
    [InlineData("mod(-9223372036854775807 - 1, -1)", "0")]
    [InlineData("regexp_extract('abc', 'x')", "NULL")]
    [InlineData("to_base(-255, 16)", "-ff")]
    [InlineData("from_base('-8000000000000000', 16)", "-9223372036854775808")]
    [InlineData("greatest('b', 'a')", "b")]
    [InlineData("port_name(49999)", "49999")]
    [InlineData("is_private('100.64.0.1')", "0")]
    [InlineData("count_if(NULL)", "0")]
    [InlineData("max_by(column1, column2) FROM (VALUES ('a', NULL))", "NULL")]
    [InlineData("stddev(column1) FROM (VALUES (1))", "NULL")]
    public async Task ACornerCase_IsAsDocumented(string expression, string result) => Assert.Equal([result], await Asked.Nothing.RowsAsync($"SELECT {expression}"));

    [Theory]
    [InlineData("date_trunc('fortnight', 0)", "date_trunc: 'fortnight' is no unit of time; there are millisecond, second, minute, hour, day, week, month, quarter and year.")]
    [InlineData("date_trunc('3', 0)", "date_trunc: '3' is no unit of time; there are millisecond, second, minute, hour, day, week, month, quarter and year.")]
    [InlineData("from_unixtime(9223372036854775807)", "from_unixtime: '9223372036854775807' is no time such as '2026-01-01 00:00:00.000' or Unix seconds.")]
    [InlineData("date_add('year', 9000, '2026-01-01')", "date_add: the time is not between the years 1 and 9999.")]
    [InlineData("date_add('day', 9223372036854775807, '2026-01-01')", "date_add: the time is not between the years 1 and 9999.")]
    [InlineData("hour('soon')", "hour: 'soon' is no time such as '2026-01-01 00:00:00.000' or Unix seconds.")]
    [InlineData("ip_in_cidr('10.0.0.1', '10.0.0.0/33')", "ip_in_cidr: '10.0.0.0/33' is no block of addresses such as 10.0.0.0/8.")]
    [InlineData("ip_prefix('10.0.0.1', 33)", "ip_prefix: 10.0.0.1 has 0 to 32 bits, not 33.")]
    [InlineData("bitwise_and(1.5, 1)", "bitwise_and: '1.5' is no whole number.")]
    [InlineData("approx_percentile(column1, 50) FROM (VALUES (1))", "approx_percentile: a share is 0 to 1, not 50.")]
    [InlineData("regexp_like('a', 'a{1000}{1000}')", "regexp_like: a pattern repeats at most 2000 times in all.")]
    [InlineData("date_format(0, '%Q')", "date_format: '%Q' has a piece that does not exist; there are %Y %y %m %c %M %b %d %e %j %W %a %H %k %h %I %l %i %s %S %f %p %T %r %%.")]
    public async Task AnArgumentThatCannotBe_IsAProblemAtTheFunction(string expression, string message)
    {
        var problem = await Asked.Nothing.ProblemAsync($"SELECT {expression}");

        Assert.Equal(("InvalidValue", 8, message), (problem.Code, problem.Column, problem.Message));
    }

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)")]
    [InlineData("(")]
    public async Task APatternThatLooksBackOrIsNone_IsAProblem(string pattern) =>
        Assert.Equal("InvalidValue", (await Asked.Nothing.ProblemAsync($"SELECT regexp_like('a', '{pattern}')")).Code);

    [Fact]
    public async Task Now_IsTheClocks_TheSameInTheWholeQuery()
    {
        var limits = new QueryLimits { Clock = new FixedClock(DateTimeOffset.FromUnixTimeSeconds(1_767_225_600)) };

        Assert.Equal(["2026-01-01 00:00:00.000|2026-01-01|2026-01-01 00:00:00.000"], await Asked.Nothing.RowsAsync("SELECT now(), CURRENT_DATE, CURRENT_TIMESTAMP", limits));
    }

    private static IReadOnlyList<(string Name, int Arguments)> OfSqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT name, narg FROM pragma_function_list";
        using var reader = command.ExecuteReader();
        var found = new List<(string, int)>();
        while (reader.Read())
            found.Add((reader.GetString(0), reader.GetInt32(1)));
        return found.Count > 50 ? found : throw new InvalidOperationException("SQLite lists too few functions.");
    }
}
