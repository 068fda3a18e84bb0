using System.Buffers.Text;
using System.Text;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Cursors of another account, forged, cut and huge ones: a page of the caller's own or a refusal, and nothing else.</summary>
[Collection(AttackCollection.Name)]
public sealed class CursorAttacks(AttackFixture api)
{
    private const string Range = "from=1700000000&to=1700086400";

    private readonly Findings _findings = new();

    [Fact]
    public async Task OfEveryList()
    {
        var (victim, thief) = (await api.VictimAsync(), await api.ThiefAsync());
        var caller = api.As(thief.Account);
        foreach (var operation in Operation.All.Where(operation => operation.Parameters("query").Any(name => name is "cursor" or "lastEventId")))
        {
            var name = operation.Parameters("query").First(name => name is "cursor" or "lastEventId");
            var range = operation.Parameters("query").Contains("to") ? $"&{Range}" : "";
            foreach (var cursor in Forged(victim).Concat(await GivenAsync(operation, victim)))
                Check(operation, victim, await caller.SendAsync("get", $"{Requests.Path(operation, thief.Has)}?{name}={cursor}{range}"), cursor);
        }

        _findings.AssertNone();
    }

    [Fact]
    public async Task OfATail_InItsHeader()
    {
        var (victim, thief) = (await api.VictimAsync(), await api.ThiefAsync());
        var tail = Operation.All.Single(operation => operation.Id == "TailRecords");
        foreach (var id in Forged(victim))
            Check(tail, victim, await api.As(thief.Account).SendAsync("get", Requests.Path(tail, thief.Has), (string?)null, ("Last-Event-ID", Uri.UnescapeDataString(id))), id);

        _findings.AssertNone();
    }

    [Fact]
    public async Task OfRecords_AnotherLogstoresPlaceShowsNothingOfIt()
    {
        var (victim, thief) = (await api.VictimAsync(), await api.ThiefAsync());
        var records = Operation.All.Single(operation => operation.Id == "ReadRecords");
        var page = await api.As(victim.Account).SendAsync("get", $"{Requests.Path(records, victim.Has)}?from=0&to=4000000000&limit=1");
        var cursor = System.Text.Json.JsonDocument.Parse(page.Body).RootElement.GetProperty("cursor").GetString()!;

        var answer = await api.As(thief.Account).SendAsync("get", $"{Requests.Path(records, thief.Has)}?from=0&to=4000000000&cursor={cursor}");

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(victim.Account.AccountId, answer.Body, StringComparison.Ordinal);
    }

    private void Check(Operation operation, Victim victim, AttackAnswer answer, string cursor)
    {
        if (answer.Status is not (200 or 400 or 429 or 431))
            _findings.Add($"{operation.Id} with {cursor[..Math.Min(cursor.Length, 200)]}:\n{answer}");
        if (victim.Has.Texts.Append(victim.Account.AccountId).Any(text => answer.Body.Contains(text, StringComparison.Ordinal)))
            _findings.Add($"{operation.Id} with {cursor} leaks:\n{answer}");
    }

    /// <summary>What the API gave the other account.</summary>
    private async Task<IEnumerable<string>> GivenAsync(Operation operation, Victim victim)
    {
        if (!operation.Parameters("query").Contains("limit"))
            return [];
        var page = await api.As(victim.Account).SendAsync("get", $"{Requests.Path(operation, victim.Has)}?limit=1");
        return System.Text.Json.JsonDocument.Parse(page.Body).RootElement.TryGetProperty("cursor", out var cursor) ? [cursor.GetString()!] : [];
    }

    private static IEnumerable<string> Forged(Victim victim)
    {
        var places = victim.Has.Texts.Concat(
        [
            "'", "' or PartitionKey ne '", "\uffff", "/", "//", "0/0/0", "0/0000000000000000/0", "-9223372036854775808/0000000000000000/0", "9223372036854775807/ffffffffffffffff/2147483647",
            "99999999999999999999/0/0", "3155378975999999999/2147483647/x", "3155378976000000000/0/", "0/-1/", "1/2/" + new string('c', 480), "\ud83d\udca3", "..", "%00", victim.Account.AccountId, "|", "~",
        ]);
        foreach (var place in places)
        {
            var cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));
            yield return cursor;
            yield return cursor[..^1];
        }

        foreach (var bytes in new byte[][] { [0], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [.. Enumerable.Repeat((byte)'a', 513)], [.. Enumerable.Repeat((byte)'a', 5_000)] })
            yield return Base64Url.EncodeToString(bytes);
        foreach (var text in new[] { "", "=", "====", "a", "%00", "%ff", "..%2f", "+%2b/", new string('A', 4_000), "%F0%9F%92%A3" })
            yield return text;
    }
}
