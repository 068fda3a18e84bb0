using System.Net;
using FlowLogFunctions.Authorization;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Authorization;

[Collection(ApiCollection.Name)]
public sealed class AuthorizationTests(ApiFixture api)
{
    [Fact]
    public async Task NewAccount_HasNotConfirmed_AndSeesWhatItWouldGrant()
    {
        var answer = (await api.NewAccount().GetAsync("api/authorization")).Expect(HttpStatusCode.OK);

        Assert.False(answer.Json.GetProperty("confirmed").GetBoolean());
        Assert.Null(answer.Text("confirmedAt"));
        Assert.Contains(answer.Json.GetProperty("grants").EnumerateArray(), grant => grant.GetProperty("action").GetString() == "log:PostLogStoreLogs");
    }

    [Fact]
    public async Task Confirmation_IsMadeOnce()
    {
        var account = api.NewAccount();

        var first = (await account.PostAsync("api/authorization")).Expect(HttpStatusCode.Created);
        var second = (await account.PostAsync("api/authorization")).Expect(HttpStatusCode.OK);

        Assert.Equal(account.AccountId, first.Text("confirmedBy"));
        Assert.NotNull(first.Text("confirmedAt"));
        Assert.Equal(first.Json.GetRawText(), second.Json.GetRawText());
        Assert.Equal(first.Json.GetRawText(), (await account.GetAsync("api/authorization")).Json.GetRawText());
    }

    [Fact]
    public async Task ConfirmationsAtTheSameTime_MakeOne()
    {
        var account = api.NewAccount();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.PostAsync("api/authorization")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Single(answers.Select(answer => answer.Text("confirmedAt")).Distinct());
    }

    [Fact]
    public async Task Confirmation_IsOfOneAccount()
    {
        var (account, other) = (api.NewAccount(), api.NewAccount());
        await account.PostAsync("api/authorization");

        Assert.True(await api.Get<AuthorizationStore>().IsConfirmedAsync(account.AccountId, default));
        Assert.False(await api.Get<AuthorizationStore>().IsConfirmedAsync(other.AccountId, default));
    }

    [Fact]
    public async Task RevokedConfirmation_IsGone_AndCanBeMadeAgain()
    {
        var account = api.NewAccount();
        await account.PostAsync("api/authorization");

        (await account.DeleteAsync("api/authorization")).Expect(HttpStatusCode.NoContent);

        Assert.Equal("False", (await account.GetAsync("api/authorization")).Text("confirmed"));
        (await account.DeleteAsync("api/authorization")).Expect(HttpStatusCode.NoContent);
        (await account.PostAsync("api/authorization")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task SubUser_SeesButDoesNotChange()
    {
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");
        await account.PostAsync("api/authorization");

        (await user.PostAsync("api/authorization")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");
        (await user.DeleteAsync("api/authorization")).Expect(HttpStatusCode.Forbidden, "Forbidden.SubUser");

        Assert.Equal("True", (await user.GetAsync("api/authorization")).Text("confirmed"));
    }
}
