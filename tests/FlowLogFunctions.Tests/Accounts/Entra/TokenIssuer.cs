using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowLogFunctions.Tests.Accounts.Entra;

/// <summary>An issuer of tokens on a port of its own: metadata and keys over HTTP, and the private halves to sign with.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Audience = "api://flowlog";

    private readonly WebApplication _app;
    private readonly List<SecurityKey> _published = [];
    private int _reads;

    private TokenIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>While it is, the server answers with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often the metadata were read.</summary>
    public int Reads => _reads;

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var issuer = new TokenIssuer(app);
        app.MapGet("/.well-known/openid-configuration", issuer.Metadata);
        app.MapGet("/keys", issuer.Keys);
        await app.StartAsync();
        return issuer;
    }

    /// <summary>A new RSA key.</summary>
    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>From now on these are the keys, and no others.</summary>
    public void Publish(params SecurityKey[] keys)
    {
        _published.Clear();
        _published.AddRange(keys);
    }

    /// <summary>An access token as Entra ID writes one for a person; <paramref name="change"/> makes it another.</summary>
    public string Token(SecurityKey key, DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null, string algorithm = SecurityAlgorithms.RsaSha256, params string[] roles)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            NotBefore = now.UtcDateTime.AddMinutes(-5),
            Expires = now.UtcDateTime.AddHours(1),
            SigningCredentials = new SigningCredentials(key, algorithm),
            Claims = new Dictionary<string, object>
            {
                ["oid"] = "4f0c2a51-5d0e-4f5c-9a53-0a6c4e1f7b11",
                ["azp"] = "0b9d1a6e-9c4b-4c0e-8f8f-1d2e3f4a5b6c",
                ["scp"] = "access_as_user",
                ["roles"] = roles.Length == 0 ? ["FlowLog.ReadOnly"] : roles,
            },
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Metadata()
    {
        Interlocked.Increment(ref _reads);
        return IsDown ? Results.StatusCode(503) : Results.Json(new { issuer = Address, jwks_uri = Address + "/keys" });
    }

    private IResult Keys() => IsDown ? Results.StatusCode(503) : Results.Json(new { keys = _published.Select(Public).ToList() });

    private static Dictionary<string, string> Public(SecurityKey key) => key switch
    {
        RsaSecurityKey rsa when rsa.Rsa.ExportParameters(false) is var parts => new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parts.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parts.Exponent),
        },
        ECDsaSecurityKey curve when curve.ECDsa.ExportParameters(false) is var parts => new()
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["crv"] = "P-256",
            ["x"] = Base64UrlEncoder.Encode(parts.Q.X),
            ["y"] = Base64UrlEncoder.Encode(parts.Q.Y),
        },
        _ => throw new JsonException("No such key."),
    };
}
