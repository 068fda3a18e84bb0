using System.Net;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Makes Projects and Logstores for tests that are about something else.</summary>
internal static class LogServiceCalls
{
    /// <summary>A Project whose name no other account's test uses; its path.</summary>
    public static async Task<string> CreateProjectAsync(this ApiClient account, string prefix)
    {
        var name = $"{prefix}-{account.AccountId}";
        (await account.PostAsync("api/projects", new { name })).Expect(HttpStatusCode.Created);
        return $"api/projects/{name}";
    }

    /// <summary>A Logstore in a Project of its own; its path.</summary>
    public static async Task<string> CreateLogstoreAsync(this ApiClient account, string name, object? body = null)
    {
        var project = await account.CreateProjectAsync(name.Replace('_', '-'));
        (await account.PostAsync($"{project}/logstores", body ?? new { name })).Expect(HttpStatusCode.Created);
        return $"{project}/logstores/{name}";
    }
}
