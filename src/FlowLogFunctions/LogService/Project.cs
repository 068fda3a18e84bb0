namespace FlowLogFunctions.LogService;

/// <summary>A Project of the Log Service: it holds Logstores. Its name is unique over all accounts and regions.</summary>
internal sealed record Project(string Name, string Description, DateTimeOffset CreatedAt);
