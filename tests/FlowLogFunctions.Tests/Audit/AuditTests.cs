using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure;
using FlowLogFunctions.Audit;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Audit;

[Collection(ApiCollection.Name)]
public sealed class AuditTests(ApiFixture api)
{
    private static readonly HttpClient Http = new();
    private static readonly object Vpc = new { cidrBlock = "10.0.0.0/16", name = "body-text" };

    [Fact]
    public async Task Change_IsOnRecordWhenItIsAnswered()
    {
        var account = api.NewAccount();
        var before = DateTimeOffset.UtcNow;
        (await account.PostAsync("api/vpcs?regionId=cn-shanghai", Vpc)).Expect(HttpStatusCode.Created);
        await account.GetAsync("api/vpcs");

        var record = Assert.Single((await account.GetAsync("api/audit")).Expect(HttpStatusCode.OK).Items);

        Assert.Equal(
            ("vpc:CreateVpc", $"acs:vpc:cn-shanghai:{account.AccountId}:vpc/*", "cn-shanghai", "Succeeded", 201, "127.0.0.1"),
            (Text(record, "action"), Text(record, "resource"), Text(record, "region"), Text(record, "outcome"), record.GetProperty("status").GetInt32(), Text(record, "sourceAddress")));
        Assert.Equal(account.Authorization!["Bearer ".Length..].Split('.')[0], Text(record, "accessKeyId"));
        Assert.InRange(record.GetProperty("time").GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
        Assert.DoesNotContain(account.Authorization.Split('.')[1], record.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("body-text", record.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedAttempts_AreOnRecord_WithTheirCodes()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        await account.PatchAsync("api/users/ann", new { policies = new[] { "FlowLogReadOnlyAccess" } });
        await user.PostAsync("api/vpcs", Vpc);
        await user.DeleteAsync("api/users/ann");
        await user.GetAsync("api/users");
        await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/1" });

        var records = (await account.GetAsync("api/audit?limit=3")).Items;

        Assert.Equal(
            ["vpc:CreateVpc Failed InvalidParameter ", "ram:DeleteUser Denied Forbidden.SubUser ann", "vpc:CreateVpc Denied NoPermission ann"],
            records.Select(record => $"{Text(record, "action")} {Text(record, "outcome")} {Text(record, "code")} {Text(record, "userName")}"));
    }

    [Fact]
    public async Task NewKeysSecret_IsNotOnRecord()
    {
        var account = api.NewAccount();
        var secret = (await account.PostAsync("api/accesskeys")).Text("accessKeySecret")!;

        Assert.DoesNotContain(secret, (await account.GetAsync("api/audit")).Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_GoFromTheNewestToTheOldest_WithoutGapOrRepeat()
    {
        var account = api.NewAccount();
        for (var number = 0; number < 7; number++)
            await account.DeleteAsync($"api/vpcs/vpc-{number}");

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await account.GetAsync($"api/audit?limit=3{(cursor == "" ? "" : "&cursor=" + cursor)}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Items.Select(record => Text(record, "resource")!.Split('/')[1]));
            cursor = page.Text("cursor");
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(number => $"vpc-{number}"), seen);
    }

    [Fact]
    public async Task Filters_Narrow()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        var vpc = (await user.PostAsync("api/vpcs", Vpc)).Text("id");
        await user.DeleteAsync($"api/vpcs/{vpc}");
        await user.DeleteAsync($"api/vpcs/{vpc}");

        Assert.Equal(3, (await account.GetAsync("api/audit?user=ann")).Items.Count);
        Assert.Equal(2, (await account.GetAsync("api/audit?user=ann&action=vpc:delete*")).Items.Count);
        Assert.Single((await account.GetAsync($"api/audit?resource=*{vpc}&outcome=failed")).Items);
        Assert.Empty((await account.GetAsync("api/audit?to=2020-01-01T00:00:00Z")).Items);
        Assert.Empty((await account.GetAsync($"api/audit?from={DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()}")).Items);
        Assert.Equal(5, (await account.GetAsync($"api/audit?from={DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds()}")).Items.Count);
    }

    [Fact]
    public async Task BadQuery_NamesAllProblems() => Assert.Equal(
        ["from InvalidTimeRange", "limit ValueNotSupported", "nonsense UnknownParameter", "outcome ValueNotSupported"],
        (await api.NewAccount().GetAsync("api/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z&limit=0&outcome=Maybe&nonsense=1")).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task Accounts_SeeTheirOwnOnly_AndSubUsersNothing()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        await account.PostAsync("api/vpcs", Vpc);
        var user = await SubUser.CreateAsync(account, "ann");

        Assert.Empty((await other.GetAsync("api/audit")).Items);
        (await user.GetAsync("api/audit")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
    }

    [Fact]
    public async Task Csv_HoldsNoFormulas_AndNoMoreThanTheUserAgentsBound()
    {
        var account = api.NewAccount();
        using (var request = Request(HttpMethod.Delete, "api/vpcs/vpc-1", account))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", "=cmd|' /C calc'!A0,\"" + new string('x', 1000));
            using var _ = await Http.SendAsync(request);
        }

        var csv = await ReadAsync(account, "text/csv");
        var lines = (await ReadAsync(account, "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("eventId,time,accountId,userName,accessKeyId,sourceAddress,userAgent,", csv, StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd|' /C calc'!A0,\"\"xxx", csv, StringComparison.Ordinal);
        Assert.Equal(256, JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("userAgent").GetString()!.Length);
    }

    [Fact]
    public async Task StorageThatFailsOnTheRecord_LeavesTheChangeAndItsAnswer()
    {
        var account = api.NewAccount();
        api.Faults.Before = request =>
        {
            if (request.Uri.Path.Contains("audit2", StringComparison.Ordinal))
                throw new RequestFailedException(403, "The record cannot be stored.");
        };
        try
        {
            (await account.PostAsync("api/vpcs", Vpc)).Expect(HttpStatusCode.Created);
        }
        finally
        {
            api.Faults.Before = null;
        }

        Assert.Single((await account.GetAsync("api/vpcs")).Items);
        Assert.Empty((await account.GetAsync("api/audit")).Items);
    }

    [Fact]
    public async Task OldMonths_AreDropped_AndOldRecordsNotShown()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/vpcs", Vpc);
        var tables = api.Get<AuditTables>();
        var old = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
        await tables.AddAsync(account.AccountId, old, "old", new AuditRecord("old", old, account.AccountId, null, "k", "", "", "vpc:CreateVpc", "r", "", "", AuditOutcome.Succeeded, 201, null), default);
        Assert.Single((await account.GetAsync("api/audit?from=2001-01-01T00:00:00Z")).Items);

        await api.Get<DropOldAudit>().RunAsync(default);

        Assert.DoesNotContain(await tables.MonthsAsync(default), month => month.Year == 2001);
        Assert.Single((await account.GetAsync("api/audit")).Items);
    }

    private async Task<string> ReadAsync(ApiClient account, string type)
    {
        using var request = Request(HttpMethod.Get, "api/audit", account);
        request.Headers.Accept.ParseAdd(type);
        using var response = await Http.SendAsync(request);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    private HttpRequestMessage Request(HttpMethod method, string path, ApiClient account)
    {
        var request = new HttpRequestMessage(method, new Uri(api.Address, path));
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(account.Authorization!);
        return request;
    }

    private static string? Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;
}
