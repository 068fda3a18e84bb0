using System.Net;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class AccessKeysTests(ApiFixture api)
{
    [Fact]
    public async Task NewKey_ShowsItsSecretOnceOnly()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });

        var key = (await account.PostAsync("api/users/ann/accesskeys")).Expect(HttpStatusCode.Created);

        var (id, secret) = (key.Text("accessKeyId")!, key.Text("accessKeySecret")!);
        Assert.Equal($"{id}.{secret}", key.Text("bearer"));
        var user = await account.GetAsync("api/users/ann");
        Assert.Equal(id, user.Json.GetProperty("accessKeys")[0].GetProperty("accessKeyId").GetString());
        Assert.DoesNotContain(secret, user.Json.GetRawText(), StringComparison.Ordinal);
        var stored = await api.Get<ControlTable>().FindAsync<AccessKey>(ControlKeys.AccessKeys, id, default);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThirdKey_IsRefused()
    {
        var account = api.NewAccount();
        await SubUser.CreateAsync(account, "ann");
        (await account.PostAsync("api/users/ann/accesskeys")).Expect(HttpStatusCode.Created);

        (await account.PostAsync("api/users/ann/accesskeys")).Expect(HttpStatusCode.Conflict, "LimitExceeded.User.AccessKey");
    }

    [Fact]
    public async Task KeysAskedForAtTheSameTime_AreTwoAtMost()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => account.PostAsync("api/users/ann/accesskeys")));

        var made = answers.Where(answer => answer.Status == HttpStatusCode.Created).ToList();
        Assert.Equal(2, made.Count);
        Assert.All(answers.Except(made), answer => answer.Expect(HttpStatusCode.Conflict));
        foreach (var key in made)
            (await account.With(key.Text("bearer")!).GetAsync("api/account")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DeletedKey_IsNotValid_TheOtherStays()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });
        var (first, second) = (await account.PostAsync("api/users/ann/accesskeys"), await account.PostAsync("api/users/ann/accesskeys"));

        (await account.DeleteAsync($"api/users/ann/accesskeys/{first.Text("accessKeyId")}")).Expect(HttpStatusCode.NoContent);

        (await account.With(first.Text("bearer")!).GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized);
        (await account.With(second.Text("bearer")!).GetAsync("api/account")).Expect(HttpStatusCode.OK);
        (await account.DeleteAsync($"api/users/ann/accesskeys/{first.Text("accessKeyId")}")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User.AccessKey");
    }

    [Fact]
    public async Task KeyThatItsUserDoesNotList_IsNotValid()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/users", new { name = "ann" });
        using var random = System.Security.Cryptography.RandomNumberGenerator.Create();
        var orphan = AccessKey.Of("LTAIorphan" + account.AccountId, "secret", new(account.AccountId, "ann"), DateTimeOffset.UnixEpoch, random);
        await api.Get<AccessKeyStore>().AddAsync(orphan, default);

        (await account.With($"{orphan.Id}.secret").GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
    }
}
