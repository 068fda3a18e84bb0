using System.Net;
using System.Text.Json;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class OwnAccessKeysTests(ApiFixture api)
{
    [Fact]
    public async Task ConfiguredKey_IsShown_AndCannotBeChanged()
    {
        var account = api.NewAccount();

        var key = Assert.Single((await account.GetAsync("api/accesskeys")).Expect(HttpStatusCode.OK).Items);

        var id = key.GetProperty("accessKeyId").GetString();
        Assert.Equal($"Bearer {id}", account.Authorization![..(7 + id!.Length)]);
        Assert.True(key.GetProperty("configured").GetBoolean());
        Assert.False(key.TryGetProperty("createdAt", out _));
        (await account.PatchAsync($"api/accesskeys/{id}", new { status = "Inactive" })).Expect(HttpStatusCode.Conflict, "OperationDenied.AccessKey.Configured");
        (await account.DeleteAsync($"api/accesskeys/{id}")).Expect(HttpStatusCode.Conflict, "OperationDenied.AccessKey.Configured");
        (await account.GetAsync("api/account")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PrimaryAccount_MakesOneKeyBesideThatOfTheSettings()
    {
        var account = api.NewAccount();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => account.PostAsync("api/accesskeys")));

        var made = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer != made), answer => answer.Expect(HttpStatusCode.Conflict, "LimitExceeded.User.AccessKey"));
        Assert.True((await account.With(made.Text("bearer")!).GetAsync("api/account")).Expect(HttpStatusCode.OK).Json.GetProperty("isPrimary").GetBoolean());
        Assert.Equal(2, (await account.GetAsync("api/accesskeys")).Items.Count);
        Assert.DoesNotContain(made.Text("accessKeySecret")!, (await account.GetAsync("api/accesskeys")).Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotation_LeavesNoGap()
    {
        var user = await SubUser.CreateAsync(api.NewAccount(), "ann");
        var old = (await user.GetAsync("api/accesskeys")).Items[0].GetProperty("accessKeyId").GetString();
        var next = user.With((await user.PostAsync("api/accesskeys")).Expect(HttpStatusCode.Created).Text("bearer")!);

        Assert.Equal("Inactive", (await next.PatchAsync($"api/accesskeys/{old}", new { status = "inactive" })).Expect(HttpStatusCode.OK).Text("status"));
        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
        (await next.PatchAsync($"api/accesskeys/{old}", new { status = "Active" })).Expect(HttpStatusCode.OK);
        (await user.GetAsync("api/account")).Expect(HttpStatusCode.OK);
        (await next.DeleteAsync($"api/accesskeys/{old}")).Expect(HttpStatusCode.NoContent);

        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
        (await next.DeleteAsync($"api/accesskeys/{old}")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User.AccessKey");
        Assert.Single((await next.GetAsync("api/accesskeys")).Items);
    }

    [Fact]
    public async Task InactiveKeys_CountAmongTheTwo()
    {
        var account = api.NewAccount();
        var made = (await account.PostAsync("api/accesskeys")).Text("accessKeyId");
        (await account.PatchAsync($"api/accesskeys/{made}", new { status = "Inactive" })).Expect(HttpStatusCode.OK);

        (await account.PostAsync("api/accesskeys")).Expect(HttpStatusCode.Conflict, "LimitExceeded.User.AccessKey");
    }

    [Fact]
    public async Task Key_MayDeleteItself()
    {
        var user = await SubUser.CreateAsync(api.NewAccount(), "ann");
        var id = (await user.GetAsync("api/accesskeys")).Items[0].GetProperty("accessKeyId").GetString();

        (await user.DeleteAsync($"api/accesskeys/{id}")).Expect(HttpStatusCode.NoContent);

        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
    }

    [Fact]
    public async Task KeysOfOthers_AreNotFound()
    {
        var account = api.NewAccount();
        var (ann, bob) = (await SubUser.CreateAsync(account, "ann"), await SubUser.CreateAsync(account, "bob"));
        var id = (await bob.GetAsync("api/accesskeys")).Items[0].GetProperty("accessKeyId").GetString();

        (await ann.DeleteAsync($"api/accesskeys/{id}")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User.AccessKey");
        (await ann.PatchAsync($"api/accesskeys/{id}", new { status = "Inactive" })).Expect(HttpStatusCode.NotFound);
        (await account.DeleteAsync($"api/accesskeys/{id}")).Expect(HttpStatusCode.NotFound);
        (await api.NewAccount().DeleteAsync($"api/users/bob/accesskeys/{id}")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
        (await bob.GetAsync("api/account")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PrimaryAccount_TurnsKeysOfUsersOff()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        var id = (await account.GetAsync("api/users/ann/accesskeys")).Items[0].GetProperty("accessKeyId").GetString();

        (await account.PatchAsync($"api/users/ann/accesskeys/{id}", new { status = "Inactive" })).Expect(HttpStatusCode.OK);

        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
        Assert.Equal("Inactive", (await account.GetAsync("api/users/ann")).Json.GetProperty("accessKeys")[0].GetProperty("status").GetString());
        (await account.PatchAsync($"api/users/bob/accesskeys/{id}", new { status = "Inactive" })).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
    }

    [Theory]
    [InlineData("""{ "status": "Off" }""", "status ValueNotSupported")]
    [InlineData("""{}""", "status MissingParameter")]
    [InlineData("""{ "status": null }""", "status WrongType")]
    public async Task BadStatus_IsRefused(string body, string problem) => Assert.Equal(
        [problem], (await api.NewAccount().PatchAsync("api/accesskeys/LTAIsomething", body)).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task LastUse_IsShown_OfConfiguredKeysToo()
    {
        var account = api.NewAccount();
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        await SubUser.CreateAsync(account, "ann");

        JsonElement last = default;
        while (!(await account.GetAsync("api/accesskeys")).Items[0].TryGetProperty("lastUsedAt", out last))
            await Task.Delay(20);

        Assert.InRange(last.GetDateTimeOffset(), before, DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.False((await account.GetAsync("api/users/ann/accesskeys")).Items[0].TryGetProperty("lastUsedAt", out _));
    }

    [Fact]
    public void RowsOfEarlierVersions_HoldActiveKeys() => Assert.Equal(
        AccessKeyStatus.Active,
        JsonSerializer.Deserialize<UserAccessKey>("""{ "accessKeyId": "LTAIx", "createdAt": "2026-01-01T00:00:00Z" }""", FlowLogFunctions.Hosting.Json.Options)!.Status);
}
