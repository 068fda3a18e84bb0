namespace FlowLogFunctions.Accounts;

/// <summary>Whose access key it is.</summary>
/// <param name="UserName">The sub-user; null for the primary account itself.</param>
internal sealed record Identity(string AccountId, string? UserName);
