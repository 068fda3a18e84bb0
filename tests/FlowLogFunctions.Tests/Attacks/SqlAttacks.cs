using System.Text.Json;
using FlowLogFunctions.Tests.Attacks.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Queries that try to leave their sandbox or to use up the process, over HTTP: each ends with its code, and others are answered meanwhile.</summary>
[Collection(AttackCollection.Name)]
public sealed class SqlAttacks(AttackFixture api)
{
    private const string Endless = "* | WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) ";

    /// <summary>Loose: other tests run in the same process.</summary>
    private const long MostGrowth = 2L << 30;

    /// <summary>Fewer than may run at a time.</summary>
    private const int MostTries = 10;
    private const int AtOnce = 4;

    /// <summary>What ends by time or by memory, whichever is over first on this machine.</summary>
    private static readonly (string Query, string Code)[] Greedy =
    [
        (Endless + "SELECT max(x) FROM n", "QueryTimedOut"),
        (Endless + "SELECT count(DISTINCT x) FROM n", "OutOfMemory"),
        (Endless + "SELECT count(*) FROM n a, n b, n c", "OutOfMemory"),
        // SQLite says that a group's text is too long when the group ends, which this one does not; it lets go of the text meanwhile.
        (Endless + "SELECT group_concat(lpad('', 100000, 'x')) FROM n", "QueryTimedOut"),
        (Endless + "SELECT x, lpad('', 1000000, 'x') AS y FROM n", "AnswerTooLarge"),
        ("* | SELECT count(*) FROM log a, log b, log c, log d, log e, log f", "QueryTimedOut"),
    ];

    [Theory]
    [InlineData("ATTACH DATABASE '/tmp/attack.db' AS x", "NotReadOnly")]
    [InlineData("ATTACH 'file:/etc/passwd?mode=ro' AS x", "NotReadOnly")]
    [InlineData("DETACH DATABASE main", "NotReadOnly")]
    [InlineData("PRAGMA writable_schema = 1", "NotReadOnly")]
    [InlineData("VACUUM INTO '/tmp/attack.db'", "NotReadOnly")]
    [InlineData("CREATE TEMP TABLE x AS SELECT * FROM log", "NotReadOnly")]
    [InlineData("CREATE VIRTUAL TABLE x USING fts5(y)", "NotReadOnly")]
    [InlineData("INSERT INTO log SELECT * FROM log", "NotReadOnly")]
    [InlineData("UPDATE log SET bytes = 0", "NotReadOnly")]
    [InlineData("REPLACE INTO log VALUES (1)", "NotReadOnly")]
    [InlineData("DROP TABLE log", "NotReadOnly")]
    [InlineData("WITH x AS (SELECT 1) INSERT INTO log SELECT 1", "NotReadOnly")]
    [InlineData("BEGIN EXCLUSIVE", "NotReadOnly")]
    [InlineData("ANALYZE", "NotReadOnly")]
    [InlineData("SELECT * FROM sqlite_master", "UnknownTable")]
    [InlineData("SELECT * FROM main.sqlite_schema", "UnknownTable")]
    [InlineData("SELECT * FROM pragma_table_list", "UnknownTable")]
    [InlineData("SELECT * FROM pragma_compile_options()", "UnknownTable")]
    [InlineData("SELECT * FROM fsdir('/')", "UnknownTable")]
    [InlineData("SELECT load_extension('/tmp/x.so')", "UnknownFunction")]
    [InlineData("SELECT readfile('/etc/passwd')", "UnknownFunction")]
    [InlineData("SELECT writefile('/tmp/attack', 'x')", "UnknownFunction")]
    [InlineData("SELECT edit('x')", "UnknownFunction")]
    [InlineData("SELECT zeroblob(2147483647)", "UnknownFunction")]
    [InlineData("SELECT hex(zeroblob(1000000000))", "UnknownFunction")]
    [InlineData("SELECT sqlite_compileoption_get(0)", "UnknownFunction")]
    [InlineData("SELECT printf('%1000000000s', 'x')", "UnknownFunction")]
    [InlineData("SELECT format('%1000000000s', 'x')", "TextTooLong")]
    [InlineData("SELECT format('%.*d', 1000000000, 1)", "TextTooLong")]
    [InlineData("SELECT rpad('x', 1000000000, 'y')", "TextTooLong")]
    [InlineData("SELECT 1; DROP TABLE log", "SeveralStatements")]
    [InlineData("SELECT 1 /* ; */; -- \nATTACH 'x' AS y", "SeveralStatements")]
    public async Task WhatIsMoreThanReading_IsRefused(string sql, string code) => Assert.Equal(code, (await AskAsync($"* | {sql}")).Code);

    [Theory]
    [InlineData("SELECT 1\u0000; DROP TABLE log")]
    [InlineData("SELECT '\u0000'")]
    [InlineData("SELECT \ud800")]
    [InlineData("SELECT /* /* */ 1 */")]
    [InlineData("SELECT ＊ ＦＲＯＭ sqlite＿master")]
    [InlineData("SELECT * FROM \"main\".\"sqlite_master\"")]
    [InlineData("SELECT * FROM [sqlite_master]")]
    [InlineData("SELECT * FROM `sqlite_master`")]
    [InlineData("SELECT * FROM /**/sqlite_master--\n")]
    [InlineData("SELECT * FROM 'sqlite_master'")]
    [InlineData("SELECT (SELECT group_concat(sql) FROM sqlite_master)")]
    [InlineData("SELECT x'00' || load_extension(char(47))")]
    [InlineData("SELECT * FROM log INDEXED BY sqlite_autoindex_x_1")]
    [InlineData("SELECT * FROM log, log, log, sqlite_temp_master")]
    [InlineData("TABLE sqlite_master")]
    public async Task Tricks_AreRefused(string sql) => Assert.Equal(400, (await AskAsync($"* | {sql}")).Status);

    [Fact]
    public async Task WhatHasNoEnd_Ends_AndOthersAreAnswered()
    {
        foreach (var some in Greedy.Chunk(AtOnce))
        {
            var greedy = some.Select(query => AskAsync(query.Query)).ToList();
            Assert.True(await IsAnsweredAsync("* | SELECT count(*) FROM log"));
            var answers = await Task.WhenAll(greedy);
            // Time that is over between two steps of SQLite has the other code.
            Assert.All(some.Zip(answers), pair => Assert.True(
                pair.Second.Status == 400 && (pair.Second.Code == pair.First.Code || pair.Second.Code is "QueryTimedOut" or "QueryTooLarge"), $"{pair.First.Query}\n{pair.Second}"));
        }

        Assert.InRange(Environment.WorkingSet, 0, api.WorkingSetAtStart + MostGrowth);
    }

    /// <summary>Whether a modest query gets its answer; on a busy machine time may be over for it as well, so it is asked again.</summary>
    private async Task<bool> IsAnsweredAsync(string query)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if ((await AskAsync(query)).Status == 200)
                return true;
        }

        return false;
    }

    [Fact]
    public async Task LongAndDeepStatements_AreRefused()
    {
        foreach (var sql in new[]
        {
            "SELECT " + string.Concat(Enumerable.Repeat("(1+", 15_000)) + "1" + new string(')', 15_000),
            "SELECT " + string.Concat(Enumerable.Repeat("NOT ", 15_000)) + "1",
            "SELECT " + string.Concat(Enumerable.Repeat("-", 30_000)) + "1",
            "SELECT " + string.Join("||", Enumerable.Repeat("'x'", 15_000)),
            "SELECT " + string.Concat(Enumerable.Repeat("CASE WHEN 1 THEN ", 3_000)) + "1" + string.Concat(Enumerable.Repeat(" END", 3_000)),
            "SELECT " + string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"{number} AS c{number}")),
            "SELECT 1 FROM " + string.Join(',', Enumerable.Range(0, 100).Select(number => $"log l{number}")),
            "SELECT * FROM " + string.Concat(Enumerable.Repeat("(SELECT * FROM ", 3_000)) + "log" + new string(')', 3_000),
            string.Join(" UNION ALL ", Enumerable.Repeat("SELECT 1", 3_000)),
            "WITH " + string.Join(',', Enumerable.Range(1, 30).Select(n => $"t{n} AS (SELECT * FROM {(n == 1 ? "log" : $"t{n - 1} a, t{n - 1} b")})")) + " SELECT count(*) FROM t30",
            "SELECT count(*) FROM log WHERE \"eni-id\" LIKE '" + string.Concat(Enumerable.Repeat("%_", 10_000)) + "'",
            "SELECT concat(" + string.Join(',', Enumerable.Repeat("1", 10_000)) + ")",
        })
        {
            var answer = await AskAsync($"* | {sql}");
            Assert.True(answer.Status == 400, $"{sql[..60]}: {answer}");
        }
    }

    [Theory]
    [InlineData("regexp_like(lpad('', 200000, 'a') || '!', '(a+)+$')")]
    [InlineData("regexp_like(lpad('', 200000, 'a') || '!', '^(a|aa)+$')")]
    [InlineData("regexp_like(lpad('', 200000, 'a') || '!', '(.*)*(.*)*(.*)*x')")]
    [InlineData("regexp_extract(lpad('', 200000, 'a') || '!', '(([a-z])+.)+[A-Z]([a-z])+$')")]
    [InlineData("regexp_replace(lpad('', 100000, 'a') || '!', '(a?){50}(a?){50}b', '')")]
    [InlineData("regexp_like(lpad('', 200000, 'a'), '^(?=(a+)+$)')")]
    [InlineData("regexp_like('a', '((((a{1000}){1000}){1000}){1000}){1000}')")]
    [InlineData("regexp_like('a', '(a)\\1')")]
    [InlineData("regexp_like('a', '((((((')")]
    [InlineData("regexp_like(lpad('', 100000, 'a'), '[\\w\\W]{0,900}[^a]{0,900}$')")]
    [InlineData("lpad('', 100000, 'a') LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b'")]
    [InlineData("lpad('', 100000, 'a') GLOB '*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b'")]
    public async Task PatternsThatExplode_HaveAnAnswerOrARefusal(string expression)
    {
        var answer = await AskAsync($"* | SELECT {expression} AS x");

        Assert.True(answer.Status is 200 or 400, answer.ToString());
    }

    [Fact]
    public async Task SearchesThatExplode_HaveAnAnswerOrARefusal()
    {
        foreach (var search in new[]
        {
            new string('(', 30_000) + "srcport: 1" + new string(')', 30_000),
            string.Concat(Enumerable.Repeat("not ", 15_000)) + "srcport: 1",
            string.Join(" or ", Enumerable.Range(0, 4_000).Select(n => $"srcport: {n}")),
            string.Join(" and ", Enumerable.Range(0, 2_000).Select(n => $"not dstaddr: 10.0.{n % 250}.1")),
            string.Join(" or ", Enumerable.Range(0, 1_000).Select(n => $"(srcport: {n} and not (dstport: {n} or action: REJECT))")),
            "eni-id: " + string.Concat(Enumerable.Repeat("*a?", 10_000)),
            "\"" + new string('x', 65_000) + "\"", new string('*', 65_000), "srcport in [1 99999999999999999999999]", "srcaddr: 0.0.0.0/0000000000000000", "\0", new string('"', 60_001),
        })
        {
            var answer = await AskAsync(search);
            Assert.True(answer.Status is 200 or 400, $"{search[..Math.Min(60, search.Length)]}: {answer}");
        }
    }

    private async Task<AttackAnswer> AskAsync(string query)
    {
        var victim = await api.VictimAsync();
        var answer = await api.As(victim.Account).SendAsync(
            "POST", $"/api/projects/{victim.Has["ProjectName"]}/logstores/{victim.Has["LogstoreName"]}/query",
            JsonSerializer.Serialize(new { from = 0, to = 4_000_000_000, query }));
        // The code of the problem within the query, where there is one.
        return answer.Code == "InvalidQueryString" ? answer with { Body = answer.Body[answer.Body.IndexOf("\"errors\"", StringComparison.Ordinal)..] } : answer;
    }
}
