using System.Text.Json;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Texts that grow without end, with all the time and memory that a query has: their own bound is met first.</summary>
[Collection(ApiCollection.Name)]
public sealed class SqlSizeAttacks(ApiFixture api)
{
    [Fact]
    public async Task AreRefusedAtTheirBound()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        foreach (var query in new[]
        {
            "* | WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000) SELECT group_concat(lpad('', 100000, 'x')) FROM n",
            "* | WITH RECURSIVE n(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM n) SELECT max(length(x)) FROM n",
            "* | SELECT replace(replace(replace(replace(lpad('', 1000, 'a'), 'a', lpad('', 1000, 'a')), 'a', lpad('', 1000, 'a')), 'a', 'aa'), 'a', 'aa')",
        })
        {
            var answer = await new Attacker(api.Address, stage.Account.Authorization).SendAsync(
                "POST", $"/api/projects/{stage.Project}/logstores/flows/query", JsonSerializer.Serialize(new { from = 0, to = 4_000_000_000, query }));

            Assert.True(answer.Status == 400 && answer.Body.Contains("\"code\":\"TextTooLong\"", StringComparison.Ordinal), $"{query}\n{answer}");
        }
    }
}
