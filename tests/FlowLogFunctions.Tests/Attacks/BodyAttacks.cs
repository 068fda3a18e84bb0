using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Bodies that nobody should send, to every operation that takes JSON: each is refused, and nothing has changed.</summary>
[Collection(AttackCollection.Name)]
public sealed class BodyAttacks(AttackFixture api)
{
    private const int MaxBytes = 1 << 20;

    /// <summary>These read, and may take what others must not.</summary>
    private static readonly string[] Readers = ["EstimateFlowLog", "CheckQuery", "PostQuery"];

    private readonly Findings _findings = new();

    [Fact]
    public Task WholeBodies() => EachAsync(async (send, valid, operation) =>
    {
        foreach (var (body, status) in Wholes(valid.ToJsonString()))
        {
            var answer = await send(body, []);
            if (answer.Status != status)
                _findings.Add($"{operation.Id} with {Shown(body)}: {status} was expected, not\n{answer}");
        }
    });

    [Fact]
    public Task PropertiesOfEverySort() => EachAsync(async (send, valid, operation) =>
    {
        var properties = Operation.Resolve(Requests.BodySchema(operation)!.Value).GetProperty("properties");
        foreach (var (number, property) in properties.EnumerateObject().Index())
        {
            foreach (var value in number == 0 || LongRuns.IsLong ? Values.Concat(Long) : Values)
            {
                var body = valid.DeepClone().AsObject();
                body.Remove(property.Name);
                var text = $"{body.ToJsonString()[..^1]}{(body.Count > 0 ? "," : "")}{JsonSerializer.Serialize(property.Name)}:{value}}}";
                var answer = await send(Encoding.UTF8.GetBytes(text), []);
                if (answer.Status >= 500 || (answer.Status < 400 && !Readers.Contains(operation.Id)))
                    _findings.Add($"{operation.Id} with {Shown(Encoding.UTF8.GetBytes(text))}:\n{answer}");
            }
        }
    });

    [Theory]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded")]
    [InlineData("Content-Type", "multipart/form-data; boundary=x")]
    [InlineData("Content-Type", "application/json; charset=utf-16")]
    [InlineData("Content-Type", "]]>;;=\"")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Content-Encoding", "deflate, gzip, br")]
    [InlineData("Expect", "100-continue")]
    public async Task WhateverABodySaysOfItself_ItIsReadAsJson(string header, string value)
    {
        var caller = api.As(api.NewAccount());

        Assert.Equal(201, (await caller.SendAsync("POST", "/api/vpcs", """{"cidrBlock":"10.0.0.0/8"}""", (header, value))).Status);
        Assert.Equal("MalformedJson", (await caller.SendAsync("POST", "/api/vpcs", "cidrBlock=10.0.0.0/8", (header, value))).Code);
    }

    private static readonly IReadOnlyList<string> Values =
    [
        "null", "\"\\u0000\"", "\"ab\\u0000c\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "1e400", "-99999999999999999999", "{\"a\":{\"a\":{}}}", "[[],[[]]]", "[null]", "[{}]",
    ];

    private static readonly IReadOnlyList<string> Long =
    [
        $"\"{new string('a', 600_000)}\"", $"[{string.Join(',', Enumerable.Repeat("\"a\"", 20_000))}]", $"[{string.Join(',', Enumerable.Repeat("{}", 20_000))}]",
    ];

    private static IEnumerable<(byte[] Body, int Status)> Wholes(string valid)
    {
        foreach (var text in new[]
        {
            "", " ", "null", "true", "1", "\"text\"", "[]", $"[{valid}]", $"{valid}{valid}", $"{valid}x", $"{valid}\0", $"\uFEFF{valid}", valid[..^1], $"{{\"a\":1,\"a\":2}}",
            $"{{\"x\":1,{valid[1..]}", $"{{{Pairs(5_000)}}}", Nested(17), Nested(100_000), $"{{\"a\":{new string('[', 500_000)}", "{\"\\ud800\":1}", "{\"__proto__\":{\"isPrimary\":true}}", "{\"$type\":\"System.IO.FileInfo\"}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "{\"a\":1/*c*/}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":\"\t\"}",
        })
            yield return (Encoding.UTF8.GetBytes(text), 400);
        foreach (var bytes in new byte[][] { [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF, 0xFE] })
            yield return ([.. "{\"name\":\""u8, .. bytes, .. "\"}"u8], 400);
        yield return (Encoding.Unicode.GetBytes(valid), 400);
        yield return (Padded("{\"x\":1}", MaxBytes), 400);
        yield return (Padded(valid, MaxBytes + 1), 413);
        yield return (Padded(valid, 4 * MaxBytes), 413);
    }

    private static string Pairs(int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $"\"a{number}\":1"));

    private static string Nested(int depth) => $"{{\"a\":{new string('[', depth)}{new string(']', depth)}}}";

    private static byte[] Padded(string body, int bytes) => [.. Encoding.UTF8.GetBytes(body), .. Enumerable.Repeat((byte)' ', bytes - Encoding.UTF8.GetByteCount(body))];

    private static string Shown(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200)));

    private async Task EachAsync(Func<Func<byte[], (string, string)[], Task<AttackAnswer>>, JsonObject, Operation, Task> attack)
    {
        var account = await api.ThiefAsync();
        var (before, caller) = (await account.StateAsync(), api.As(account.Account));
        foreach (var operation in Operation.All.Where(operation => Requests.BodySchema(operation) is not null))
        {
            await attack(
                (body, headers) => caller.SendAsync(operation.Method, Requests.Path(operation, account.Has), body, headers),
                Requests.Body(operation, account.Has)!, operation);
        }

        _findings.AssertNone();
        Assert.Equal(before, await account.StateAsync());
    }
}
