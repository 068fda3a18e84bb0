namespace FlowLogFunctions.Authorization;

/// <summary>That an account lets the service write to its Logstores.</summary>
/// <param name="ConfirmedBy">The account's number: only the primary account can confirm.</param>
internal sealed record Confirmation(DateTimeOffset ConfirmedAt, string ConfirmedBy);
