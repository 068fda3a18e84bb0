using FlowLogFunctions.Accounts.Entra;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Accounts.Entra;

[Collection(ApiCollection.Name)]
public sealed class EntraDirectoryTests(ApiFixture api)
{
    private const string Tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";

    [Fact]
    public void Tenant_NamesItsIssuer() => Assert.Equal(
        $"https://login.microsoftonline.com/{Tenant}/v2.0", new EntraDirectory { TenantId = Tenant }.Address);

    [Theory]
    [InlineData("https://login.microsoftonline.com/common/v2.0", false)]
    [InlineData("https://login.microsoftonline.com/Organizations", false)]
    [InlineData("http://login.microsoftonline.com/x", false)]
    [InlineData("http://127.0.0.1.example.org/x", false)]
    [InlineData("login.microsoftonline.com", false)]
    [InlineData("https://user@example.org/x", false)]
    [InlineData("https://login.microsoftonline.com/x/v2.0/", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    public void Authority_IsOneIssuerOverTls(string authority, bool good) => Assert.Equal(
        good ? 0 : 1, new EntraDirectory { Authority = authority, Audience = "a", AccountId = "1" }.FindProblems(["1"]).Count());

    [Fact]
    public async Task WrongSettings_AreAllNamed()
    {
        await using var stage = new EntranceStage(
            api, TimeProvider.System,
            ("FlowLog:Entra:0:TenantId", "contoso"), ("FlowLog:Entra:0:AccountId", "5"), ("FlowLog:Entra:0:ReadOnlyRole", "FlowLog.Primary"),
            ("FlowLog:Entra:1:Audience", "a"), ("FlowLog:Entra:1:AccountId", api.NewAccount().AccountId));

        var fault = Assert.Throws<OptionsValidationException>(() => stage.Get<IOptions<EntraDirectories>>().Value);

        Assert.Equal(["0:TenantId", "0:Audience", "0:AccountId", "0:PrimaryRole", "1:TenantId"], fault.Failures.Select(failure => failure["FlowLog:Entra:".Length..].Split(' ', ',')[0]));
    }

    [Fact]
    public async Task Token_SignsIn_AndItsRolesCount()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        var key = TokenIssuer.NewKey("first");
        issuer.Publish(key);
        var account = api.NewAccount().AccountId;
        await using var stage = new EntranceStage(
            api, TimeProvider.System,
            ("FlowLog:Entra:0:Authority", issuer.Address), ("FlowLog:Entra:0:Audience", TokenIssuer.Audience), ("FlowLog:Entra:0:AccountId", account));
        var token = "Bearer " + issuer.Token(key, DateTimeOffset.UtcNow);

        var read = await stage.CallAsync("ListVpcs", token);
        var change = await stage.CallAsync("CreateVpc", token);
        var bad = await stage.CallAsync("ListVpcs", token[..^20] + "AAAA" + token[^16..]);

        Assert.Equal((200, account, "oid:4f0c2a51-5d0e-4f5c-9a53-0a6c4e1f7b11"), (read.Status, read.Caller?.AccountId, read.Caller?.UserName));
        Assert.Equal((403, "NoPermission"), (change.Status, change.Code));
        Assert.Equal((401, "InvalidSecurityToken", "Bearer"), (bad.Status, bad.Code, bad.Response.Headers.WWWAuthenticate.ToString()));
    }

    [Fact]
    public async Task WithoutADirectory_TokensAreKeysThatNobodyHas()
    {
        await using var stage = new EntranceStage(api, TimeProvider.System);

        Assert.Equal((401, "InvalidAccessKey"), (await stage.CallAsync("ListVpcs", "Bearer a.b.c")) is var answer ? (answer.Status, answer.Code) : default);
    }
}
