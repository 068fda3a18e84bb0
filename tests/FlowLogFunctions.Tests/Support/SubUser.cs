using System.Net;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Makes sub-users that call the API.</summary>
internal static class SubUser
{
    public static async Task<ApiClient> CreateAsync(ApiClient account, string name)
    {
        (await account.PostAsync("api/users", new { name })).Expect(HttpStatusCode.Created);
        var key = (await account.PostAsync($"api/users/{name}/accesskeys")).Expect(HttpStatusCode.Created);
        return account.With(key.Text("bearer")!);
    }
}
