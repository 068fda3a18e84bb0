using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class DescribeAccountTests(ApiFixture api)
{
    [Fact]
    public async Task PrimaryAccount_IsDescribed()
    {
        var account = api.NewAccount();

        var answer = (await account.GetAsync("api/account")).Expect(HttpStatusCode.OK);

        Assert.Equal(account.AccountId, answer.Text("accountId"));
        Assert.StartsWith("Account ", answer.Text("accountName"), StringComparison.Ordinal);
        Assert.True(answer.Json.GetProperty("isPrimary").GetBoolean());
        Assert.Null(answer.Text("userName"));
    }

    [Fact]
    public async Task NoKey_Is401() => (await api.Nobody().GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "MissingAccessKey");

    [Theory]
    [InlineData("LTAItest00000000.wrong")]
    [InlineData("LTAItest00000000")]
    [InlineData("LTAItest00000000.")]
    [InlineData("nobody.secret00000000000000000000000000")]
    [InlineData(".")]
    [InlineData("a|b'/../#%.x")]
    public async Task WrongKey_Is401(string bearer) =>
        (await api.Nobody().With(bearer).GetAsync("api/account")).Expect(HttpStatusCode.Unauthorized, "InvalidAccessKey");
}
