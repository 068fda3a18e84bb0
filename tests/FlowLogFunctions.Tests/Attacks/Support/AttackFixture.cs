using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>The app with nothing that counts requests, queries that end soon, and little room; and an account that is attacked.</summary>
public sealed class AttackFixture() : ApiFixture(
    ("FlowLog:Limits:RequestsPerSecond", "0"), ("FlowLog:Limits:FailedSignInsPerSecond", "0"),
    ("FlowLog:Analysis:Seconds", "5"), ("FlowLog:Analysis:MemoryMebibytes", "32"), ("FlowLog:Capture:MaxFileMebibytes", $"{MaxFileMebibytes}"),
    ("FlowLog:Capture:MaxFlows", $"{MaxFlows}"), ("FlowLog:Capture:MaxMebibytesPerAccount", $"{MaxMebibytesPerAccount}"), ("FlowLog:Capture:MaxUploadsPerAccount", $"{MaxUploadsPerAccount}"))
{
    public const int MaxFileMebibytes = 10;
    public const int MaxMebibytesPerAccount = 15;
    public const int MaxUploadsPerAccount = 3;
    public const int MaxFlows = 1_000;

    private Task<Victim>? _victim;
    private Task<Victim>? _thief;

    /// <summary>Bytes of the process before anything was attacked.</summary>
    internal long WorkingSetAtStart { get; } = Environment.WorkingSet;

    /// <summary>The same account for all tests: none of them must change it.</summary>
    internal Task<Victim> VictimAsync() => _victim ??= Victim.OpenAsync(this);

    /// <summary>An account with as much of its own, that is after what the other has.</summary>
    internal Task<Victim> ThiefAsync() => _thief ??= Victim.OpenAsync(this);

    /// <summary>Sends requests as they are written, with this value of the header Authorization.</summary>
    internal Attacker As(string? authorization) => new(Address, authorization);

    internal Attacker As(ApiClient account) => As(account.Authorization);
}
