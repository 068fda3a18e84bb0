using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FlowLogFunctions.Accounts.Entra;

/// <summary>
/// What an issuer publishes: its name and its keys. Read when it is needed first, twice a day, and when a token names a key that is not
/// known; whoever needs it waits for it, so that the first token of a new key is judged by it. The library's own cache fetches behind the request's
/// back and would refuse that one.
/// </summary>
internal sealed partial class IssuerKeys(EntraDirectory directory, HttpClient http, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    /// <summary>How long keys are relied on while the issuer does not answer.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Time between two attempts for keys that nobody knows: tokens with made-up ones are no reason to ask all the time.</summary>
    private static readonly TimeSpan AskedEvery = TimeSpan.FromSeconds(30);

    /// <summary>Time between two attempts when there are no keys at all.</summary>
    private static readonly TimeSpan RetriedEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _line = new(1, 1);
    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !directory.IsLocal };
    private volatile Found? _found;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    private sealed record Found(OpenIdConnectConfiguration Configuration, DateTimeOffset At);

    /// <summary>Null if they cannot be read, and have not been for long.</summary>
    /// <param name="keyId">A key that should be among them.</param>
    public async Task<OpenIdConnectConfiguration?> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (Good(keyId) is { } good)
            return good;
        await _line.WaitAsync(cancellation);
        try
        {
            if (Good(keyId) is null && MayAsk())
                await ReadAsync();
            return _found is { } found && time.GetUtcNow() - found.At < KeptFor ? found.Configuration : null;
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>What was read lately and has the key; null if there is no such thing.</summary>
    private OpenIdConnectConfiguration? Good(string keyId) =>
        _found is { } found && time.GetUtcNow() - found.At < FreshFor && found.Configuration.SigningKeys.Any(key => key.KeyId == keyId)
            ? found.Configuration
            : null;

    private bool MayAsk() => time.GetUtcNow() - _askedAt >= (_found is null ? RetriedEvery : AskedEvery);

    /// <summary>Goes on when the caller leaves: the next one wants the same.</summary>
    private async Task ReadAsync()
    {
        _askedAt = time.GetUtcNow();
        try
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(
                directory.Address + "/.well-known/openid-configuration", _documents, CancellationToken.None);
            if (string.IsNullOrEmpty(found.Issuer) || found.Issuer.Contains('{', StringComparison.Ordinal) || found.SigningKeys.Count == 0)
                throw new InvalidOperationException("The metadata name no single issuer, or no keys.");
            _found = new(found, time.GetUtcNow());
        }
        catch (Exception fault)
        {
            // Anything may come back from a server: what is no metadata is as good as no answer.
            LogUnreadable(log, directory.Address, fault);
        }
    }

    [LoggerMessage(471, LogLevel.Error, "The keys of {Authority} cannot be read")]
    private static partial void LogUnreadable(ILogger logger, string authority, Exception fault);
}
