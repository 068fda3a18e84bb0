using System.Security.Claims;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FlowLogFunctions.Accounts.Entra;

/// <summary>Judges access tokens: who issued them, for whom, signed with which key, until when, and what roles they give.</summary>
internal sealed class EntraTokens : IDisposable
{
    /// <summary>Letters of a token; Entra's have a few thousand.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>What clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private const int MaxMetadataBytes = 1 << 20;

    private readonly TimeProvider _time;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        MaxResponseContentBufferSize = MaxMetadataBytes,
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxLength, MapInboundClaims = false };
    private readonly IReadOnlyList<(EntraDirectory Directory, IssuerKeys Keys)> _issuers;

    public EntraTokens(IOptions<EntraDirectories> options, TimeProvider time, ILogger<EntraTokens> log)
    {
        _time = time;
        _issuers = [.. options.Value.Directories.Select(directory => (directory, new IssuerKeys(directory, _http, time, log)))];
    }

    /// <summary>Whether the settings name a directory.</summary>
    public bool AreTaken => _issuers.Count > 0;

    /// <summary>401 whatever is wrong with the token, 403 if it gives no role, 503 if its issuer's keys cannot be read.</summary>
    public async Task<Outcome<Principal>> FindAsync(string token, CancellationToken cancellation)
    {
        var unavailable = false;
        if (Read(token) is not { } read)
            return Invalid();
        foreach (var (directory, keys) in _issuers.Where(issuer => read.Audiences.Contains(issuer.Directory.Audience)))
        {
            var configuration = await keys.FindAsync(read.KeyId, cancellation);
            unavailable |= configuration is null;
            if (configuration is not null && await IsValidAsync(token, directory, configuration))
                return TokenRoles.PrincipalOf(read.Claims, directory);
        }

        return unavailable
            ? new Refusal(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The keys of the token's issuer cannot be read at the moment; repeat the request later.") { RetryAfterSeconds = 5 }
            : Invalid();
    }

    /// <summary>The subject that the token names; empty if it names none.</summary>
    public string ClaimedBy(string token) => Read(token) is { } read ? TokenRoles.SubjectOf(read.Claims) ?? "" : "";

    public void Dispose() => _http.Dispose();

    /// <summary>What the token says of itself, which nobody has vouched for yet; null if it is none.</summary>
    private (string KeyId, IReadOnlyList<string> Audiences, IReadOnlyList<Claim> Claims)? Read(string token)
    {
        if (token.Length > MaxLength)
            return null;
        try
        {
            var read = _handler.ReadJsonWebToken(token);
            return string.IsNullOrEmpty(read.Kid) ? null : (read.Kid, [.. read.Audiences], [.. read.Claims]);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<bool> IsValidAsync(string token, EntraDirectory directory, OpenIdConnectConfiguration configuration) =>
        (await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = directory.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["JWT", "at+jwt"],
            IssuerSigningKeys = configuration.SigningKeys,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until),
        })).IsValid;

    /// <summary>A token without an end is none.</summary>
    private bool IsInTime(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is not null && now < until + Skew && (from is null || now >= from - Skew);
    }

    private static Refusal Invalid() => new(StatusCodes.Status401Unauthorized, "InvalidSecurityToken", "The token is not valid here, or no longer.");
}
