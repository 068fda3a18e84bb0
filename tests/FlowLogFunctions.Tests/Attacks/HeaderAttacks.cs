using System.Net;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Headers that try to change what a request means, or to break who reads them.</summary>
[Collection(AttackCollection.Name)]
public sealed class HeaderAttacks(AttackFixture api)
{
    private static readonly string[] Odd =
    [
        "\"", "'", "*, *", "\"a\", \"b\"", "W/\"x\"", "\"x", "x\"", "ü", "\u202e", "💣", "\"' or true or '\"", "%00", ",", ",,,,", ";", "=", "\\", "-1", "0x7fffffff", new string('"', 200), new string('x', 6_000),
        "*/*;q=9999999999", "*/*;q=NaN", "text/csv;q=1;q=2", "text/csv;\"", "/", "a/b/c", "bytes=0-0,1-1,2-2", "bytes=-99999999999999999999", "identity;q=0, *;q=0", "Thu, 99 Foo 0000 99:99:99 GMT",
    ];

    private static readonly string[] Names =
    [
        "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range", "Accept", "Accept-Encoding", "Accept-Language", "Accept-Charset", "User-Agent", "Referer",
        "X-Forwarded-For", "traceparent", "tracestate", "Content-Type", "Content-Language",
    ];

    /// <summary>Calls that each value is sent with; all of them in turn.</summary>
    private const int CallsEach = 1;

    private readonly Findings _findings = new();

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    [InlineData("X-Original-URL", "/api/users")]
    [InlineData("X-Rewrite-URL", "/api/users")]
    [InlineData("X-Original-Host", "attack.example")]
    [InlineData("X-Forwarded-Host", "attack.example")]
    [InlineData("X-Forwarded-Proto", "javascript")]
    [InlineData("X-Forwarded-Prefix", "/attack")]
    [InlineData("X-Forwarded-For", "127.0.0.1, ::1, attack")]
    [InlineData("X-Forwarded-User", "admin")]
    [InlineData("X-MS-CLIENT-PRINCIPAL", "eyJyb2xlcyI6WyJhZG1pbiJdfQ==")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID", "1000000000000001")]
    [InlineData("x-functions-key", "master")]
    [InlineData("Forwarded", "for=127.0.0.1;host=attack.example;proto=https")]
    [InlineData("Host", "attack.example")]
    [InlineData("Origin", "https://attack.example")]
    [InlineData("Cookie", "key=value; ARRAffinity=x")]
    [InlineData("X-Request-Id", "attack")]
    [InlineData("traceparent", "00-zzzz-attack-01")]
    public async Task AHeaderThatTriesToBeMore_ChangesNothing(string name, string value)
    {
        var account = api.NewAccount();
        var made = await api.As(account).SendAsync("POST", "/api/vpcs", """{"cidrBlock":"10.0.0.0/8"}""", (name, value));
        var path = (await account.GetAsync("api/vpcs")).Items.Single().GetProperty("id").GetString();

        var read = await api.As(account).SendAsync("GET", $"/api/vpcs/{path}", (string?)null, (name, value));

        Assert.Contains($"Location: /api/vpcs/{path}", made.Headers, StringComparison.Ordinal);
        Assert.Equal((201, 200), (made.Status, read.Status));
        Assert.DoesNotContain("attack", $"{made}{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", $"{made}{read}", StringComparison.Ordinal);
        Assert.Equal(401, (await api.As((string?)null).SendAsync("GET", $"/api/vpcs/{path}", (string?)null, (name, value))).Status);
        (await account.GetAsync($"api/vpcs/{path}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OddValues_AreReadOrRefused()
    {
        var account = await api.ThiefAsync();
        var (before, caller) = (await account.StateAsync(), api.As(account.Account));
        var calls = Operation.All.Where(operation => operation.Method == "get" && operation.Id != "TailRecords")
            .Select(operation => ("GET", Requests.Path(operation, account.Has), (string?)null))
            .Concat([("GET", "/", null), ("PATCH", $"/api/vpcs/{account.Has["VpcId"]}", "{\"colour\":\"red\"}"), ("DELETE", "/api/flowlogs/fl-none", null)]).ToList();
        var number = 0;
        foreach (var name in Names)
        {
            foreach (var value in Odd)
            {
                for (var i = 0; i < CallsEach; i++)
                {
                    var (method, path, body) = calls[number++ % calls.Count];
                    var answer = await caller.SendAsync(method, path, body, (name, value));
                    if (answer.Status >= 500)
                        _findings.Add($"{method} {path} with {name}: {value}\n{answer}");
                }

                var deletion = await caller.SendAsync("DELETE", $"/api/vpcs/{account.Has["VpcId"]}", (string?)null, (name, value));
                if (deletion.Status is not (409 or 412 or 400))
                    _findings.Add($"A deletion with {name}: {value}\n{deletion}");
            }
        }

        _findings.AssertNone();
        Assert.Equal(before, await account.StateAsync());
    }

    [Fact]
    public async Task IfMatchOfSomethingElse_ChangesNothing()
    {
        var account = api.NewAccount();
        var vpc = (await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.Created);
        var other = (await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.Created);

        foreach (var etag in Odd.Where(value => value.All(char.IsAscii) && value != "*").Append(other.ETag!))
        {
            foreach (var (method, body) in new[] { ("PATCH", "{\"name\":\"taken\"}"), ("DELETE", null) })
            {
                var answer = await api.As(account).SendAsync(method, vpc.Location!, body, ("If-Match", etag));
                if (answer.Status is not (412 or 400))
                    _findings.Add($"{method} with If-Match: {etag}\n{answer}");
            }
        }

        _findings.AssertNone();
        Assert.Equal(vpc.ETag, (await account.GetAsync(vpc.Location!)).ETag);
    }

    [Theory]
    [InlineData("Accept", "text/csv;q=0.1, ", 1_000)]
    [InlineData("Accept-Encoding", "br;q=0.1, ", 1_000)]
    [InlineData("If-None-Match", "\"x\", ", 3_000)]
    [InlineData("X-Forwarded-For", "::1, ", 3_000)]
    public async Task LongLists_AreReadOrRefused(string name, string item, int times)
    {
        var account = await api.ThiefAsync();
        foreach (var path in new[] { "/", "/api/openapi.json", "/api/audit", $"/api/projects/{account.Has["ProjectName"]}/logstores/{account.Has["LogstoreName"]}/records" })
        {
            var answer = await api.As(account.Account).SendAsync("GET", path, (string?)null, (name, string.Concat(Enumerable.Repeat(item, times))));
            Assert.True(answer.Status is 200 or 431, answer.ToString());
        }
    }
}
