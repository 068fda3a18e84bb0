namespace FlowLogFunctions.Soak.Tests.Host;

/// <summary>The primary account that all hosts are told.</summary>
internal sealed record FirstKey(string Id, string Secret)
{
    private const string Account = "FlowLog__Accounts__0__";

    /// <summary>What a client sends after "Bearer".</summary>
    public string Bearer => $"{Id}.{Secret}";

    /// <summary>Its settings, and no limit to what it asks.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        [Account + "Id"] = "1000000000000001",
        [Account + "Name"] = "soak",
        [Account + "AccessKeyId"] = Id,
        [Account + "AccessKeySecret"] = Secret,
        ["FlowLog__Limits__RequestsPerSecond"] = "0",
    };
}
