using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Paths that try to leave their place, in every parameter of every operation and among the console's files, as they stand.</summary>
[Collection(AttackCollection.Name)]
public sealed class PathAttacks(AttackFixture api)
{
    private static readonly IReadOnlyList<string> Pieces =
    [
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%2f..%2f..%2fetc%2fpasswd", "%252e%252e%252f%252e%252e%252f", "..%5c..%5cwindows%5cwin.ini", "%2e%2e%5c", "%c0%ae%c0%ae%c0%af", "%e0%80%ae%e0%80%af",
        "%00", "a%00b", "..%00", "%0d%0aX-Injected:%201", "%ff%fe", "%e2%80%ae", "%f0%9f%92%a3", "*", "%27%20or%20PartitionKey%20ne%20%27", "%7c", "a%7cb", ";", "..;", "%23", "%3f", "%25", "%", "%zz",
        "$metadata", "~", "%20", "%09", new string('a', 4000), string.Concat(Enumerable.Repeat("%2e%2e%2f", 500)), "guard%7cnetwork", "%7bid%7d", "%7b%7b7*7%7d%7d", "${jndi:ldap://x}",
    ];

    /// <summary>Each parameter meets one of so many pieces; all of them in long runs.</summary>
    private static readonly int Every = LongRuns.IsLong ? 1 : 5;

    private readonly Findings _findings = new();

    [Fact]
    public async Task InParameters()
    {
        var account = await api.ThiefAsync();
        var (before, caller) = (await account.StateAsync(), api.As(account.Account));
        var number = 0;
        foreach (var operation in Operation.All.Where(operation => operation.PathParameters.Count > 0))
        {
            foreach (var parameter in operation.PathParameters)
            {
                number++;
                foreach (var piece in Pieces.Where((_, place) => (place + number) % Every == 0))
                {
                    var path = Requests.Path(operation with { Path = operation.Path.Replace($"{{{parameter}}}", piece, StringComparison.Ordinal) }, account.Has);
                    var answer = await caller.SendAsync(operation.Method, path, Requests.Body(operation, account.Has)?.ToJsonString());
                    if (answer.Status is < 400 or >= 500 || answer.Headers.Contains("X-Injected", StringComparison.Ordinal))
                        _findings.Add($"{operation.Id} {path}:\n{answer}");
                }
            }
        }

        _findings.AssertNone();
        Assert.Equal(before, await account.StateAsync());
    }

    [Theory]
    [InlineData("/assets/%2e%2e%2findex.html")]
    [InlineData("/assets/..%2f..%2fhost.json")]
    [InlineData("/assets/%2e%2e%5c%2e%2e%5chost.json")]
    [InlineData("/assets/..%5chost.json")]
    [InlineData("/assets/%252e%252e%252fhost.json")]
    [InlineData("/assets/%c0%ae%c0%ae%c0%afetc%c0%afpasswd")]
    [InlineData("/assets/..%c0%af..%c0%afetc/passwd")]
    [InlineData("/assets/....//....//etc/passwd")]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets//etc/passwd")]
    [InlineData("/assets/%2fetc%2fpasswd")]
    [InlineData("/assets/file:%2f%2f%2fetc%2fpasswd")]
    [InlineData("/assets/C:%5cwindows%5cwin.ini")]
    [InlineData("/assets/index.html%00.js")]
    [InlineData("/assets/%00")]
    [InlineData("/assets/.")]
    [InlineData("/assets/")]
    [InlineData("/assets/console%2findex.html")]
    [InlineData("/local.settings.json")]
    [InlineData("/host.json")]
    [InlineData("/.git/config")]
    [InlineData("/%2e%2e/local.settings.json")]
    [InlineData("/api/..%2f..%2flocal.settings.json")]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks/durabletask")]
    public async Task AmongTheConsolesFiles_NothingElseIsServed(string path)
    {
        var answer = await api.As((string?)null).SendAsync("GET", path);

        Assert.True(answer.Status is 404 or 400, answer.ToString());
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/vpcs/../account")]
    [InlineData("/api/vpcs/%2e%2e/account")]
    [InlineData("/api/./account")]
    [InlineData("//api/account")]
    [InlineData("/API/ACCOUNT")]
    [InlineData("/api/account/")]
    [InlineData("/api/openapi.json/../account")]
    [InlineData("/api/health/%2e%2e/account")]
    [InlineData("/assets/../api/account")]
    public async Task ADetour_NeedsTheSameKey(string path) => Assert.Contains((await api.As((string?)null).SendAsync("GET", path)).Status, new[] { 401, 404, 400 });

    [Fact]
    public async Task MethodsThatAreNotServed_DoNothing()
    {
        var account = await api.ThiefAsync();
        var (before, caller) = (await account.StateAsync(), api.As(account.Account));
        foreach (var path in Operation.All.GroupBy(operation => operation.Path))
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "MOVE", "DEBUG", "get", "G-E_T" })
            {
                if (path.Any(operation => operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase)))
                    continue;
                var answer = await caller.SendAsync(method, Requests.Path(path.First(), account.Has));
                // The path of another operation may have an id in its place.
                var isAnId = Operation.All.Any(operation => operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && operation.Path == path.Key[..(path.Key.LastIndexOf('/') + 1)] + "{id}");
                if (answer.Status != 405 && !(isAnId && answer.Status is 404 or 400))
                    _findings.Add($"{method} {path.Key}:\n{answer}");
            }
        }

        _findings.AssertNone();
        Assert.Equal(before, await account.StateAsync());
    }

    [Theory]
    [InlineData("POST", "/", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("POST", "/favicon.svg", 405)]
    [InlineData("PUT", "/favicon.svg", 405)]
    [InlineData("POST", "/assets/index.js", 405)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("POST", "/nothing", 404)]
    [InlineData("POST", "/api/nothing", 404)]
    [InlineData("POST", "/nothing/at/all", 404)]
    public async Task OfTheConsole_OnlyReadingIsServed(string method, string path, int status) =>
        Assert.Equal(status, (await api.As((string?)null).SendAsync(method, path, "{}")).Status);
}
