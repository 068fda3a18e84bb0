namespace FlowLogFunctions.Audit;

/// <summary>How an action ended.</summary>
internal enum AuditOutcome
{
    Succeeded,

    /// <summary>The caller may not.</summary>
    Denied,

    Failed,
}

/// <summary>An action that changed something, or was to. Neither secrets nor bodies are in it.</summary>
/// <param name="UserName">The sub-user; null for the primary account.</param>
/// <param name="AccessKeyId">Of a token whose it is, <c>oid:…</c> or <c>appid:…</c>.</param>
/// <param name="Status">The answer's HTTP status.</param>
/// <param name="Code">The refusal's code; null if it succeeded.</param>
internal sealed record AuditRecord(
    string EventId, DateTimeOffset Time, string AccountId, string? UserName, string AccessKeyId, string SourceAddress, string UserAgent,
    string Action, string Resource, string Region, string RequestId, AuditOutcome Outcome, int Status, string? Code);
