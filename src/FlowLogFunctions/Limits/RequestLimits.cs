using System.Globalization;
using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Limits;

/// <summary>How often a key and an address may call, in this process.</summary>
internal sealed class RequestLimits(IOptions<LimitOptions> options, TimeProvider time, CallTelemetry telemetry)
{
    /// <summary>More than anybody can use: keys are known by what they took, also where nothing limits them.</summary>
    private const double Plenty = 1e9;

    private readonly TokenBuckets _keys = options.Value.RequestsPerSecond > 0
        ? new(options.Value.RequestsPerSecond, options.Value.Burst, time)
        : new(Plenty, Plenty, time);

    private readonly TokenBuckets _failures = new(options.Value.FailedSignInsPerSecond, options.Value.FailedSignInBurst, time);

    /// <summary>Takes what a call costs; the refusal if the key has used up its allowance.</summary>
    public Refusal? Take(string accessKeyId, int cost) => Refused("Throttling.User", "The access key has made too many requests.", _keys.Take(accessKeyId, cost));

    /// <summary>
    /// The refusal if too many sign-ins from the address failed. A key that signed in here lately is looked at all the same, so that somebody
    /// behind the same address is not locked out.
    /// </summary>
    public Refusal? RefuseSignIn(string address, string accessKeyId) => _keys.Knows(accessKeyId) ? null : RefuseSignIn(address);

    /// <summary>Counts a sign-in that failed; the refusal if it was one too many.</summary>
    public Refusal? Failed(string address) =>
        Refused("Throttling", "Too many sign-ins from this address have failed.", _failures.Take(address, 1));

    private Refusal? RefuseSignIn(string address) => Refused("Throttling", "Too many sign-ins from this address have failed.", _failures.Wait(address));

    private Refusal? Refused(string code, string detail, TimeSpan? wait)
    {
        if (wait is null)
            return null;
        telemetry.Throttled(code);
        var seconds = (int)Math.Ceiling(wait.Value.TotalSeconds);
        return new(StatusCodes.Status429TooManyRequests, code, string.Create(CultureInfo.InvariantCulture, $"{detail} Repeat the request in {seconds} s."))
        {
            RetryAfterSeconds = seconds,
        };
    }
}
