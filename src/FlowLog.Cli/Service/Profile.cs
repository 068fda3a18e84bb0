namespace FlowLog.Cli.Service;

/// <summary>A service and who one is there, as <c>flowlog login</c> keeps it.</summary>
/// <param name="Url">Without <c>/api</c>.</param>
/// <param name="Key">Id and secret of an access key with a dot between.</param>
/// <param name="Region">The service's default region if null.</param>
internal sealed record Profile(string Url, string Key, string? Region);
