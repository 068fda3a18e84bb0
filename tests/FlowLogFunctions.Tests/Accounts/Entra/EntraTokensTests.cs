using System.Security.Cryptography;
using System.Text;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Accounts.Entra;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace FlowLogFunctions.Tests.Accounts.Entra;

public sealed class EntraTokensTests : IAsyncLifetime
{
    private const string Account = "1000000000000001";

    private readonly RsaSecurityKey _key = TokenIssuer.NewKey("first");
    private readonly ManualTime _time = new(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private TokenIssuer _issuer = null!;
    private EntraTokens _tokens = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _issuer.Publish(_key);
        _tokens = Tokens(_issuer.Address);
    }

    public async Task DisposeAsync()
    {
        _tokens.Dispose();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task ValidToken_IsItsRoles()
    {
        var reader = await FoundAsync(Token());
        var writer = await FoundAsync(_issuer.Token(_key, _time.Now, roles: "FlowLog.FullAccess"));
        var primary = await FoundAsync(_issuer.Token(_key, _time.Now, roles: ["FlowLog.ReadOnly", "FlowLog.Primary"]));

        Assert.Equal(new Identity(Account, "oid:4f0c2a51-5d0e-4f5c-9a53-0a6c4e1f7b11"), reader.Identity);
        Assert.True(reader.Policies.Allows("vpc:DescribeVpcs", "acs:x:::y") && !reader.Policies.Allows("vpc:CreateVpc", "acs:x:::y"));
        Assert.True(writer.Policies.Allows("vpc:CreateVpc", "acs:x:::y"));
        Assert.Equal((null, "oid:4f0c2a51-5d0e-4f5c-9a53-0a6c4e1f7b11"), (primary.Identity.UserName, primary.AccessKeyId));
    }

    [Fact]
    public async Task ProgramsToken_IsNamedByItsApp()
    {
        var program = await FoundAsync(Token(token => token.Claims.Remove("scp")));

        Assert.Equal("appid:0b9d1a6e-9c4b-4c0e-8f8f-1d2e3f4a5b6c", program.Identity.UserName);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    [InlineData(SecurityAlgorithms.EcdsaSha256)]
    public async Task OtherGoodAlgorithms_AreTaken(string algorithm)
    {
        SecurityKey key = algorithm == SecurityAlgorithms.EcdsaSha256 ? new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "curve" } : _key;
        _issuer.Publish(key);

        await FoundAsync(_issuer.Token(key, _time.Now, algorithm: algorithm));
    }

    [Fact]
    public Task Role_IsNeeded() => RefusedAsync(_issuer.Token(_key, _time.Now, roles: "Another.Role"), 403, "NoPermission");

    [Fact]
    public Task WrongIssuer_IsRefused() => RefusedAsync(Token(token => token.Issuer = "https://login.microsoftonline.com/other/v2.0"));

    [Fact]
    public Task WrongAudience_IsRefused() => RefusedAsync(Token(token => token.Audience = "api://another"));

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task End_CountsWithASmallSkew(int secondsLate, bool taken)
    {
        var token = Token(token => token.Expires = _time.Now.UtcDateTime.AddSeconds(-secondsLate));

        await (taken ? FoundAsync(token) : RefusedAsync(token));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task Beginning_CountsWithASmallSkew(int secondsEarly, bool taken)
    {
        var token = Token(token => token.NotBefore = _time.Now.UtcDateTime.AddSeconds(secondsEarly));

        await (taken ? FoundAsync(token) : RefusedAsync(token));
    }

    [Fact]
    public Task TokenWithoutAnEnd_IsRefused() => RefusedAsync(Token(token => token.Expires = null));

    [Fact]
    public Task WrongKeyUnderAKnownName_IsRefused() => RefusedAsync(_issuer.Token(TokenIssuer.NewKey("first"), _time.Now));

    [Fact]
    public Task OtherAlgorithmOfTheSameKey_IsRefused() => RefusedAsync(_issuer.Token(_key, _time.Now, algorithm: SecurityAlgorithms.RsaSha384));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public Task Unsigned_IsRefused(string algorithm) =>
        RefusedAsync($"{Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"first"}""")}.{Token().Split('.')[1]}.");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task PublicKeyAsASecret_IsRefused(bool pem)
    {
        var secret = pem ? Encoding.ASCII.GetBytes(_key.Rsa.ExportSubjectPublicKeyInfoPem()) : _key.Rsa.ExportParameters(false).Modulus!;
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT","kid":"first"}""")}.{Token().Split('.')[1]}";
        return RefusedAsync($"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("at_hash")]
    public Task IdToken_IsRefused(string claim) => RefusedAsync(Token(token => token.Claims[claim] = "x"));

    [Fact]
    public Task TokenWithoutAnApp_IsRefused() => RefusedAsync(Token(token => token.Claims.Remove("azp")));

    [Fact]
    public Task OtherKindOfToken_IsRefused() => RefusedAsync(Token(token => token.TokenType = "logout+jwt"));

    [Fact]
    public Task SubjectThatIsNoId_IsRefused() => RefusedAsync(Token(token => token.Claims["oid"] = "<script>alert(1)</script>"));

    [Fact]
    public async Task CutAndChangedTokens_AreRefused()
    {
        var token = Token();
        var random = new Random(7);
        // The last letter of a signature has bits that do not count.
        for (var round = 0; round < 60; round++)
        {
            var at = random.Next(token.Length - 1);
            await RefusedAsync(token[..at] + "..."[..Math.Max(0, 2 - token[..at].Count(letter => letter == '.'))]);
            var other = token[at] == 'A' ? 'B' : 'A';
            if (token[at] != '.')
                await RefusedAsync(token[..at] + other + token[(at + 1)..]);
        }
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    [InlineData("W10.W10.")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6NX0.e30.AA")]
    [InlineData("\uFFFF.\uFFFF.\uFFFF")]
    public Task WhatIsNoToken_IsRefused(string token) => RefusedAsync(token);

    [Fact]
    public async Task HugeToken_IsRefusedUnread()
    {
        await RefusedAsync(Token(token => token.Claims["filler"] = new string('x', EntraTokens.MaxLength)));
        await RefusedAsync($"{Encode(new string('[', 5000))}.{Encode(new string('[', 5000))}.");
        Assert.Equal(0, _issuer.Reads);
    }

    [Fact]
    public async Task NewKey_IsTakenWithItsFirstToken()
    {
        await FoundAsync(Token());
        var next = TokenIssuer.NewKey("second");
        _issuer.Publish(_key, next);
        _time.Now += TimeSpan.FromMinutes(10);

        await FoundAsync(_issuer.Token(next, _time.Now));

        Assert.Equal(2, _issuer.Reads);
    }

    [Fact]
    public async Task KeyThatWasTakenBack_EndsWithTheNextRead()
    {
        await FoundAsync(Token());
        _issuer.Publish(TokenIssuer.NewKey("second"));
        await FoundAsync(Token());
        _time.Now += TimeSpan.FromHours(13);

        await RefusedAsync(Token());
    }

    [Fact]
    public async Task MadeUpKeys_AreAskedForOnceInAWhile()
    {
        await FoundAsync(Token());
        for (var number = 0; number < 20; number++)
            await RefusedAsync(_issuer.Token(TokenIssuer.NewKey($"made-up-{number}"), _time.Now));
        Assert.Equal(1, _issuer.Reads);

        _time.Now += TimeSpan.FromSeconds(31);
        for (var number = 0; number < 5; number++)
            await RefusedAsync(_issuer.Token(TokenIssuer.NewKey($"made-up-{number}"), _time.Now));

        Assert.Equal(2, _issuer.Reads);
    }

    [Fact]
    public async Task IssuerThatIsDown_Is503_UntilItAnswers()
    {
        _issuer.IsDown = true;
        await RefusedAsync(Token(), 503, "ServiceUnavailable");
        var reads = _issuer.Reads;
        await RefusedAsync(Token(), 503, "ServiceUnavailable");
        Assert.Equal(reads, _issuer.Reads);

        _issuer.IsDown = false;
        _time.Now += TimeSpan.FromSeconds(6);
        await FoundAsync(Token());
    }

    [Fact]
    public async Task IssuerThatGoesDown_IsReliedOnForADay()
    {
        await FoundAsync(Token());
        _issuer.IsDown = true;

        _time.Now += TimeSpan.FromHours(23);
        await FoundAsync(Token());
        _time.Now += TimeSpan.FromHours(2);
        await RefusedAsync(Token(), 503, "ServiceUnavailable");
    }

    [Fact]
    public async Task IssuerThatNobodyServes_Is503()
    {
        using var tokens = Tokens("http://127.0.0.1:1");

        Assert.Equal(503, (await tokens.FindAsync(Token(), default)).Refusal?.Status);
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null) => _issuer.Token(_key, _time.Now, change);

    private EntraTokens Tokens(string authority) => new(
        Options.Create(new EntraDirectories { Directories = [new EntraDirectory { Authority = authority, Audience = TokenIssuer.Audience, AccountId = Account }] }),
        _time, NullLogger<EntraTokens>.Instance);

    private async Task<Principal> FoundAsync(string token)
    {
        Outcome<Principal> outcome = await _tokens.FindAsync(token, default);
        Assert.Null(outcome.Refusal);
        Assert.True(outcome.Is(out var principal, out _));
        return principal;
    }

    private async Task RefusedAsync(string token, int status = 401, string code = "InvalidSecurityToken")
    {
        var refusal = (await _tokens.FindAsync(token, default)).Refusal;
        Assert.Equal((status, code), (refusal?.Status, refusal?.Code));
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
