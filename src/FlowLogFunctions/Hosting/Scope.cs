namespace FlowLogFunctions.Hosting;

/// <summary>An account's resources in one region.</summary>
internal readonly record struct Scope(string AccountId, string Region);
