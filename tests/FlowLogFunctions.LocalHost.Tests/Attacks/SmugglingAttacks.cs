using System.Text.RegularExpressions;

namespace FlowLogFunctions.LocalHost.Tests.Attacks;

/// <summary>Bytes that two readers of HTTP could understand differently: one request is one answer, or the connection ends with a refusal.</summary>
public sealed partial class SmugglingAttacks(AttackedHost host) : IClassFixture<AttackedHost>
{
    private const string Hidden = "DELETE /api/account/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<string, string> Requests => new()
    {
        { "Content-Length and Transfer-Encoding", Post("Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + Hidden) },
        { "two Content-Lengths", Post("Content-Length: 0\r\nContent-Length: 50", Hidden) },
        { "a list of Content-Lengths", Post("Content-Length: 0, 50", Hidden) },
        { "a Content-Length with a sign", Post("Content-Length: +2", "{}" + Hidden) },
        { "a Content-Length that is negative", Post("Content-Length: -1", "{}" + Hidden) },
        { "a Content-Length that is huge", Post("Content-Length: 99999999999999999999", "{}") },
        { "a Content-Length in hexadecimal", Post("Content-Length: 0x2", "{}" + Hidden) },
        { "an unknown Transfer-Encoding", Post("Transfer-Encoding: xchunked", "0\r\n\r\n" + Hidden) },
        { "chunked in the middle", Post("Transfer-Encoding: chunked, identity", "0\r\n\r\n" + Hidden) },
        { "a space before the colon", Post("Transfer-Encoding : chunked", "0\r\n\r\n" + Hidden) },
        { "a folded header", Post("X-Folded: a\r\n Transfer-Encoding: chunked", "0\r\n\r\n" + Hidden) },
        { "a NUL in a header", Post("X-Nul: a\0b", "") },
        { "a line feed in a header", Post("X-Line: a\nTransfer-Encoding: chunked", "0\r\n\r\n" + Hidden) },
        { "a carriage return in a header", Post("X-Line: a\rTransfer-Encoding: chunked", "0\r\n\r\n" + Hidden) },
        { "a chunk size that is none", Post("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n") },
        { "a chunk size that is negative", Post("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n") },
        { "a chunk size beyond 64 bits", Post("Transfer-Encoding: chunked", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n") },
        { "a chunk longer than it says", Post("Transfer-Encoding: chunked", "1\r\n{}\r\n0\r\n\r\n") },
        { "a long extension of a chunk", Post("Transfer-Encoding: chunked", $"2;{new string('x', 100_000)}\r\n{{}}\r\n0\r\n\r\n") },
        { "two Hosts", $"GET /api/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n{Hidden}" },
        { "no Host", $"GET /api/health HTTP/1.1\r\n\r\n{Hidden}" },
        { "a Host that is none", $"GET /api/health HTTP/1.1\r\nHost: a b/c\r\n\r\n{Hidden}" },
        { "no version", "GET /api/health\r\n\r\n" },
        { "a version that is none", "GET /api/health HTTP/9.9\r\nHost: x\r\n\r\n" },
        { "a NUL in the path", "GET /api/hea\0lth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" },
        { "an escape in the method", "G%45T /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" },
        { "a CONNECT", "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\nConnection: close\r\n\r\n" },
        { "no HTTP at all", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n" },
        { "the end of HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
        { "a path of 20 kB", $"GET /api/{new string('a', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a header of 60 kB", $"GET /api/health HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 60_000)}\r\n\r\n" },
        { "2,000 headers", $"GET /api/health HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 2_000).Select(number => $"X-{number}: 1\r\n"))}\r\n" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task WhatCanBeReadTwoWays_IsRefusedOrReadOnce(string what, string bytes)
    {
        var answer = await host.SendAsync(bytes);

        Assert.True(answer.Length == 0 || Statuses().Matches(answer).All(status => status.Groups[1].Value[0] == '4' || status.Groups[1].Value == "505"), $"{what}: {answer}");
        Assert.True(Statuses().Count(answer) <= 1, $"{what}: {answer}");
        await host.AssertServesAsync();
    }

    [Theory]
    [InlineData("GET http://attack.example/api/account HTTP/1.1\r\nHost: attack.example")]
    [InlineData("GET /api/account HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nAuthorization: Bearer {key}")]
    [InlineData("GET /api/account HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer none.none\r\nAuthorization: Bearer {key}")]
    [InlineData("GET /api/account?Authorization=Bearer%20{key} HTTP/1.1\r\nHost: x")]
    [InlineData("GET /api/account HTTP/1.1\r\nHost: x\r\nX-Authorization: Bearer {key}\r\nProxy-Authorization: Bearer {key}\r\nCookie: Authorization=Bearer {key}")]
    public async Task AKeyInAWrongPlace_OpensNothing(string head) => Assert.StartsWith(
        "HTTP/1.1 401 ", await host.SendAsync($"{head.Replace("{key}", host.Key, StringComparison.Ordinal)}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    private static string Post(string headers, string body) => $"POST /api/vpcs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n\r\n{body}";

    [GeneratedRegex(@"HTTP/1\.[01] ([0-9]{3})")]
    private static partial Regex Statuses();
}
