using System.Net;
using System.Text.Json;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>The audit log as a target: nobody but the primary account reads it, nobody changes it, and nobody writes lines of their own into it.</summary>
[Collection(AttackCollection.Name)]
public sealed class AuditAttacks(AttackFixture api)
{
    private static readonly string[] Forgeries =
    [
        "x%0A{%22eventId%22:%22forged%22}", "x%0D%0Aforged,2026-01-01,1", "%22,%22forged%22,%22", "x%22%0D%0A%22forged", "%E2%80%A8forged", "%C2%85forged", "x%00forged", "%1B[2Jforged", "%22}%0A{%22outcome%22:%22Succeeded", "%ED%A0%80forged",
    ];

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Nobody_ChangesIt(string method)
    {
        var account = await WithOneRecordAsync();

        foreach (var path in new[] { "/api/audit", "/api/audit/1", "/api/audit?ttlDays=1" })
            Assert.True((await api.As(account).SendAsync(method, path, """{"ttlDays":1}""")).Status is 404 or 405, path);

        Assert.Single((await account.GetAsync("api/audit")).Expect(HttpStatusCode.OK).Items);
    }

    [Fact]
    public async Task AForgedLine_IsAPieceOfAText()
    {
        var account = api.NewAccount();
        foreach (var forgery in Forgeries)
            await api.As(account).SendAsync("DELETE", $"/api/vpcs/{forgery}", (string?)null, ("User-Agent", Uri.UnescapeDataString(forgery).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)));
        var records = (await account.GetAsync("api/audit")).Expect(HttpStatusCode.OK).Items;

        var lines = (await api.As(account).SendAsync("GET", "/api/audit", (string?)null, ("Accept", "application/x-ndjson"))).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var csv = (await api.As(account).SendAsync("GET", "/api/audit", (string?)null, ("Accept", "text/csv"))).Body;

        Assert.InRange(records.Count, Forgeries.Length - 2, Forgeries.Length); // What is no path at all is refused before anybody is asked who calls.
        Assert.Equal(records.Select(record => record.GetProperty("eventId").GetString()), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("eventId").GetString()));
        Assert.All(records, record =>
        {
            Assert.Equal(("vpc:DeleteVpc", "Failed"), (record.GetProperty("action").GetString(), record.GetProperty("outcome").GetString()));
            Assert.DoesNotContain(record.GetProperty("resource").GetString()!, char.IsControl);
            Assert.DoesNotContain(record.GetProperty("userAgent").GetString()!, char.IsControl);
        });
        Assert.Equal(records.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task ALogstoreThatIsCalledSo_IsAnother()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("audit");
        await stage.FlowLogAsync("audit");
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 7, flowsPerMinute = 5 });
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        var before = (await stage.Account.GetAsync("api/audit?limit=1000")).Items.Count;

        var query = Uri.EscapeDataString("* | SELECT count(*) AS n, max(eni_id) AS eni FROM log");
        var read = (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/audit/query?from=0&to=4000000000&query={query}")).Expect(HttpStatusCode.OK);
        Assert.StartsWith("eni-", read.Json.GetProperty("rows")[0][1].GetString(), StringComparison.Ordinal);
        foreach (var table in new[] { "audit", "audit202611", "flowlog.audit", "log, audit" })
        {
            var tried = Uri.EscapeDataString($"* | SELECT * FROM {table}");
            Assert.Equal(HttpStatusCode.BadRequest, (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/audit/query?query={tried}")).Status);
        }

        await stage.Account.PatchAsync($"api/projects/{stage.Project}/logstores/audit", new { ttlDays = 1 });
        await stage.Account.DeleteAsync($"api/projects/{stage.Project}/logstores/audit");
        Assert.Equal(before + 2, (await stage.Account.GetAsync("api/audit?limit=1000")).Items.Count);
    }

    [Fact]
    public async Task OtherAccountsRecords_AreReachedByNoFilterAndNoCursor()
    {
        var (account, thief) = (await WithOneRecordAsync(), api.NewAccount());
        await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/16" });
        var cursor = (await account.GetAsync("api/audit?limit=1")).Text("cursor");
        var key = account.Authorization!["Bearer ".Length..].Split('.')[0];

        foreach (var query in new[] { $"cursor={cursor}", "resource=*", $"resource=*{account.AccountId}*", "action=*&outcome=Succeeded", $"user={key}", $"user={Uri.EscapeDataString("' or PartitionKey ne '")}", $"resource={Uri.EscapeDataString("' or 1 eq 1 or '")}" })
        {
            var answer = await thief.GetAsync($"api/audit?{query}");
            Assert.True(answer.Status == HttpStatusCode.BadRequest || answer.Items.Count == 0, $"{query}: {answer.Json}");
            Assert.DoesNotContain(account.AccountId, answer.Json.GetProperty(answer.Status == HttpStatusCode.OK ? "items" : "code").GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ASubUserWithAllRights_ReadsNothing()
    {
        var account = await WithOneRecordAsync();
        var user = await SubUser.CreateAsync(account, "nosy");
        (await account.PutAsync("api/users/nosy/policy", """{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")).Expect(HttpStatusCode.OK);

        foreach (var accept in new[] { "application/json", "application/x-ndjson", "text/csv" })
        {
            var answer = await api.As(user).SendAsync("GET", "/api/audit", (string?)null, ("Accept", accept));
            Assert.Equal((403, "Forbidden.SubUser"), (answer.Status, answer.Code));
        }
    }

    private async Task<ApiClient> WithOneRecordAsync()
    {
        var account = api.NewAccount();
        (await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/16" })).Expect(HttpStatusCode.Created);
        return account;
    }
}
