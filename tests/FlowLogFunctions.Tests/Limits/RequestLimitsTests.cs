using FlowLogFunctions.Tests.Accounts.Entra;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Limits;

[Collection(ApiCollection.Name)]
public sealed class RequestLimitsTests(ApiFixture api)
{
    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Key_IsThrottled_AndServedAgainLater()
    {
        await using var stage = Stage(("FlowLog:Limits:RequestsPerSecond", "1"), ("FlowLog:Limits:Burst", "3"));
        var (one, other) = (api.NewAccount().Authorization, api.NewAccount().Authorization);
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await stage.CallAsync("ListVpcs", one)).Status);

        var refused = await stage.CallAsync("ListVpcs", one);

        Assert.Equal((429, "Throttling.User", "1"), (refused.Status, refused.Code, refused.Response.Headers.RetryAfter.ToString()));
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", other)).Status);
        _time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", one)).Status);
    }

    [Fact]
    public async Task HeavyCalls_CostMore()
    {
        await using var stage = Stage(("FlowLog:Limits:RequestsPerSecond", "1"), ("FlowLog:Limits:Burst", "25"));
        var key = api.NewAccount().Authorization;

        Assert.Equal(200, (await stage.CallAsync("ExportRecords", key)).Status);
        Assert.Equal(429, (await stage.CallAsync("ExportRecords", key)).Status);
        Assert.Equal(200, (await stage.CallAsync("RunQuery", key)).Status);
        Assert.Equal(429, (await stage.CallAsync("ListVpcs", key)).Status);
    }

    [Fact]
    public async Task FailedSignIns_AreThrottledByAddress_ButNotKeysThatAreKnown()
    {
        await using var stage = Stage(("FlowLog:Limits:FailedSignInsPerSecond", "1"), ("FlowLog:Limits:FailedSignInBurst", "2"));
        var (known, unknown) = (api.NewAccount().Authorization, api.NewAccount().Authorization);
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", known)).Status);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", null)).Status);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x")).Status);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", known + "x")).Status);

        var refused = await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.y");

        Assert.Equal((429, "Throttling", "1"), (refused.Status, refused.Code, refused.Response.Headers.RetryAfter.ToString()));
        Assert.Equal(429, (await stage.CallAsync("ListVpcs", unknown)).Status);
        Assert.Equal(429, (await stage.CallAsync("ListVpcs", known + "x")).Status);
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", known)).Status);
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", unknown, "203.0.113.8")).Status);
        _time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.z")).Status);
    }

    [Fact]
    public async Task TokensOfSomebodyWhoIsKnown_AreLookedAt_WhereverTheyComeFrom()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        var key = TokenIssuer.NewKey("first");
        issuer.Publish(key);
        await using var stage = Stage(
            ("FlowLog:Limits:FailedSignInsPerSecond", "1"), ("FlowLog:Limits:FailedSignInBurst", "1"), ("FlowLog:Entra:0:Authority", issuer.Address),
            ("FlowLog:Entra:0:Audience", TokenIssuer.Audience), ("FlowLog:Entra:0:AccountId", api.NewAccount().AccountId));
        string Token() => "Bearer " + issuer.Token(key, _time.Now, roles: "FlowLog.ReadOnly");
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", Token())).Status);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x")).Status);

        Assert.Equal(429, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x")).Status);
        Assert.Equal(200, (await stage.CallAsync("ListVpcs", Token())).Status);
        Assert.Equal(429, (await stage.CallAsync("ListVpcs", "Bearer a.b.c")).Status);
        var another = TokenIssuer.NewKey("first");
        Assert.Equal(429, (await stage.CallAsync("ListVpcs", "Bearer " + issuer.Token(another, _time.Now, roles: "FlowLog.ReadOnly"))).Status);
    }

    [Fact]
    public async Task NeighboursInAnIpv6Network_ShareAnAllowance()
    {
        await using var stage = Stage(("FlowLog:Limits:FailedSignInsPerSecond", "1"), ("FlowLog:Limits:FailedSignInBurst", "1"));
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x", "2001:db8::1")).Status);

        Assert.Equal(429, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x", "2001:db8::ffff:2")).Status);
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x", "2001:db8:0:1::1")).Status);
    }

    [Theory]
    [InlineData("0", "198.51.100.1", 429)]
    [InlineData("1", "198.51.100.1", 401)]
    [InlineData("1", "198.51.100.9, 203.0.113.7:4711", 429)]
    [InlineData("2", "198.51.100.1, 10.0.0.1", 401)]
    [InlineData("1", "no address", 429)]
    public async Task ForwardedAddress_CountsAsFarAsProxiesAreTrusted(string proxies, string forwarded, int status)
    {
        await using var stage = Stage(
            ("FlowLog:Limits:FailedSignInsPerSecond", "1"), ("FlowLog:Limits:FailedSignInBurst", "1"), ("FlowLog:Limits:TrustedProxies", proxies));
        Assert.Equal(401, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x")).Status);

        Assert.Equal(status, (await stage.CallAsync("ListVpcs", "Bearer LTAIwrong000.x", "203.0.113.7", ("X-Forwarded-For", forwarded))).Status);
    }

    [Fact]
    public async Task FunctionThatTheTableDoesNotKnow_IsOpenToThePrimaryAccountOnly()
    {
        await using var stage = Stage();
        var account = api.NewAccount();
        var user = await SubUser.CreateAsync(account, "ann");

        Assert.Equal(200, (await stage.CallAsync("NewFunction", account.Authorization)).Status);
        Assert.Equal((403, "Forbidden.SubUser"), ((await stage.CallAsync("NewFunction", user.Authorization)) is var answer ? (answer.Status, answer.Code) : default));
    }

    private EntranceStage Stage(params (string, string)[] settings) => new(api, _time, settings);
}
