using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Limits;

/// <summary>Settings <c>FlowLog:Limits</c>: how many requests a caller may make of one process.</summary>
internal sealed class LimitOptions
{
    public const string Section = "FlowLog:Limits";

    /// <summary>What each access key or token may do a second, in plain requests; 0 means any.</summary>
    [Range(0, 100_000)]
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>What it may do at once.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 500;

    /// <summary>Sign-ins with a wrong key that a client address may try a second; 0 means any.</summary>
    [Range(0, 100_000)]
    public int FailedSignInsPerSecond { get; set; } = 10;

    /// <summary>What it may try at once.</summary>
    [Range(1, 1_000_000)]
    public int FailedSignInBurst { get; set; } = 1000;

    /// <summary>Proxies in front of the app that each add who called them to X-Forwarded-For. By default 1 in Azure, 0 elsewhere.</summary>
    [Range(0, 10)]
    public int? TrustedProxies { get; set; }
}
