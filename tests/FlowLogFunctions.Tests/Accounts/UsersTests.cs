using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class UsersTests(ApiFixture api)
{
    [Fact]
    public async Task NewUser_IsShownAndListed()
    {
        var account = api.NewAccount();

        var made = (await account.PostAsync("api/users", new { name = "dev.ops-1", description = "on call" })).Expect(HttpStatusCode.Created);

        Assert.Equal("/api/users/dev.ops-1", made.Location);
        Assert.NotNull(made.ETag);
        var found = (await account.GetAsync("api/users/dev.ops-1")).Expect(HttpStatusCode.OK);
        Assert.Equal("on call", found.Text("description"));
        Assert.Equal(made.ETag, found.ETag);
        Assert.Equal("dev.ops-1", Assert.Single((await account.GetAsync("api/users")).Items).GetProperty("name").GetString());
    }

    [Fact]
    public async Task NameOfAnotherUser_IsRefused()
    {
        var account = api.NewAccount();
        (await account.PostAsync("api/users", new { name = "ann" })).Expect(HttpStatusCode.Created);

        (await account.PostAsync("api/users", new { name = "ann" })).Expect(HttpStatusCode.Conflict, "EntityAlreadyExists.User");
        (await api.NewAccount().PostAsync("api/users", new { name = "ann" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task BadRequest_NamesAllProblems()
    {
        var answer = (await api.NewAccount().PostAsync("api/users", new { name = ".x", description = 5, admin = true })).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(["admin UnknownProperty", "description WrongType", "name Malformed"], answer.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a|b")]
    [InlineData("a/b")]
    [InlineData("王")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123456")]
    public async Task NameAgainstTheRules_IsRefused(string name) =>
        Assert.Equal(["name Malformed"], (await api.NewAccount().PostAsync("api/users", new { name })).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task DeletedUser_LosesItsKeysAtOnceAndForEver()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        (await user.GetAsync("api/account")).Expect(HttpStatusCode.OK);

        (await account.DeleteAsync("api/users/ann")).Expect(HttpStatusCode.NoContent);

        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
        (await account.GetAsync("api/users/ann")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
        (await account.PostAsync("api/users", new { name = "ann" })).Expect(HttpStatusCode.Created);
        (await user.GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
    }

    [Fact]
    public async Task StaleETag_IsRefused()
    {
        var account = api.NewAccount();
        var made = await account.PostAsync("api/users", new { name = "ann" });
        await account.PostAsync("api/users/ann/accesskeys");

        (await account.DeleteAsync("api/users/ann", made.ETag)).Expect(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        (await account.DeleteAsync("api/users/ann", "*")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task UserOfAnotherAccount_IsNotFound()
    {
        await SubUser.CreateAsync(api.NewAccount(), "ann");
        var other = api.NewAccount();

        (await other.GetAsync("api/users/ann")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
        (await other.DeleteAsync("api/users/ann")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
        (await other.PostAsync("api/users/ann/accesskeys")).Expect(HttpStatusCode.NotFound, "EntityNotExist.User");
        Assert.Empty((await other.GetAsync("api/users")).Items);
    }

    [Theory]
    [InlineData("GET", "api/users")]
    [InlineData("POST", "api/users")]
    [InlineData("GET", "api/users/ann")]
    [InlineData("DELETE", "api/users/ann")]
    [InlineData("POST", "api/users/ann/accesskeys")]
    [InlineData("GET", "api/users/ann/accesskeys")]
    [InlineData("PATCH", "api/users/ann/accesskeys/LTAIx")]
    [InlineData("DELETE", "api/users/ann/accesskeys/LTAIx")]
    [InlineData("POST", "api/authorization")]
    [InlineData("DELETE", "api/authorization")]
    public async Task SubUser_IsForbidden(string method, string path)
    {
        var user = await SubUser.CreateAsync(api.NewAccount(), "ann");

        var answer = await (method switch { "GET" => user.GetAsync(path), "POST" => user.PostAsync(path, new { name = "bob" }), "PATCH" => user.PatchAsync(path, new { status = "Inactive" }), _ => user.DeleteAsync(path) });

        answer.Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
    }

    [Fact]
    public async Task SubUser_WorksInItsAccount()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");

        var answer = (await user.GetAsync("api/account")).Expect(HttpStatusCode.OK);

        Assert.Equal(account.AccountId, answer.Text("accountId"));
        Assert.Equal("ann", answer.Text("userName"));
        Assert.Equal("False", answer.Text("isPrimary"));
        (await user.PostAsync("api/projects", new { name = $"sub-{account.AccountId}" })).Expect(HttpStatusCode.Created);
        (await account.GetAsync($"api/projects/sub-{account.AccountId}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ManyUsers_ArePagedWithoutGapOrRepeat()
    {
        var account = api.NewAccount();
        string[] names = [.. Enumerable.Range(0, 7).Select(number => $"user-{number}")];
        foreach (var name in names)
            await account.PostAsync("api/users", new { name });

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await account.GetAsync($"api/users?limit=3{(cursor == "" ? "" : "&cursor=" + cursor)}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Items.Select(item => item.GetProperty("name").GetString()!));
            cursor = page.Text("cursor");
        }

        Assert.Equal(names, seen);
    }
}
