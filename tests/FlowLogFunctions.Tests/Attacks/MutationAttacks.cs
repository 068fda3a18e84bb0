using System.Text;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Requests of every operation that are right, and then changed at random: whatever comes of them, it is never a 500.</summary>
[Collection(AttackCollection.Name)]
public sealed class MutationAttacks(AttackFixture api)
{
    private const int EachOperation = 3;

    private static readonly string[] Values =
    [
        "0", "-1", "1", "9223372036854775807", "1e9", "", " ", "null", "true", "*", "%", "'", "\"", "a,b,c", "2026-13-45T99:99:99Z", "9999-12-31T23:59:59Z", "253370764799", "0000-01-01T00:00:00Z", "ü", "💣", "\u0000",
        "../..", "fl-", "10.0.0.0/33", "::1/129", "all", "log:*", "acs:*:*:*:*", "=1+1", "text", "srcaddr,dstaddr", "* | SELECT", "action: (", new('x', 300),
    ];

    public static IEnumerable<object[]> Seeds => LongRuns.Seeds(few: 2, many: 40);

    [Theory, MemberData(nameof(Seeds))]
    public async Task NeverAnInternalError(int seed)
    {
        var (victim, before, findings) = (await api.VictimAsync(), await (await api.VictimAsync()).StateAsync(), new Findings());
        await using var stage = await Stage.OpenAsync(api);
        var own = await Victim.FurnishAsync(stage);
        var (random, caller) = (new Random(seed), api.As(stage.Account));
        foreach (var operation in Enumerable.Repeat(Operation.All, EachOperation).SelectMany(all => all).OrderBy(_ => random.Next()))
        {
            var has = random.Next(10) == 0 ? victim.Has : own;
            var (path, body) = (Requests.Path(operation, has) + Query(operation, random), Body(operation, has, random));
            var answer = await caller.SendAsync(operation.Method, path, body, Headers(random));
            if (answer.Status >= 500)
                findings.Add($"{operation.Id} {path}\n{(body is null ? "" : Encoding.UTF8.GetString(body))}\n{answer}");
        }

        findings.AssertNone();
        Assert.Equal(before, await victim.StateAsync());
    }

    private static string Query(Operation operation, Random random)
    {
        var names = operation.Parameters("query").Where(_ => random.Next(3) == 0).Select(name => (name, Values[random.Next(Values.Length)])).ToList();
        if (random.Next(10) == 0)
            names.Add((Values[random.Next(Values.Length)], Values[random.Next(Values.Length)]));
        return names.Count == 0 ? "" : "?" + string.Join('&', names.Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
    }

    private static (string, string)[] Headers(Random random) => random.Next(6) switch
    {
        0 => [("Accept", "text/csv")],
        1 => [("Accept", "application/x-ndjson")],
        2 => [("If-Match", "\"x\"")],
        _ => [],
    };

    private static byte[]? Body(Operation operation, Belongings has, Random random)
    {
        if (Requests.Body(operation, has) is not { } body)
            return random.Next(4) == 0 ? Encoding.UTF8.GetBytes("{}") : null;
        var properties = Operation.Resolve(Requests.BodySchema(operation)!.Value).GetProperty("properties").EnumerateObject().ToList();
        for (var i = random.Next(3); i > 0; i--)
        {
            var property = properties[random.Next(properties.Count)];
            body[property.Name] = random.Next(3) == 0 ? Node(random, 3) : Requests.Value(property.Name, property.Value, has);
        }

        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        for (var i = random.Next(4) == 0 ? random.Next(1, 4) : 0; i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(20) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static JsonNode? Node(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => null,
        1 => random.NextInt64() - (long.MaxValue / 2),
        2 => random.Next(2) == 0,
        3 => random.NextDouble() * 1e300,
        4 => Values[random.Next(Values.Length)],
        5 or 6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Node(random, depth - 1))]),
        _ => new JsonObject([KeyValuePair.Create(Values[random.Next(Values.Length)], Node(random, depth - 1))]),
    };
}
