using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>Values of the header Authorization that open nothing.</summary>
internal static class BadKeys
{
    /// <summary>One of each way to be wrong: none, unknown, wrong secret, turned off, deleted, of a deleted sub-user.</summary>
    public static async Task<IReadOnlyList<string?>> OfEachSortAsync(ApiClient account) =>
        [null, "Bearer LTAInobody0000000000.none", WrongSecret(account), await TurnedOffAsync(account), await DeletedAsync(account), await OfDeletedUserAsync(account)];

    /// <summary>What is written wrongly around keys that are right.</summary>
    /// <param name="other">Another account, whose key is right too.</param>
    public static IReadOnlyList<string> Malformed(ApiClient account, ApiClient other)
    {
        var (key, otherKey) = (account.Authorization!["Bearer ".Length..], other.Authorization!["Bearer ".Length..]);
        var (id, secret) = (key.Split('.')[0], key.Split('.')[1]);
        return
        [
            "Bearer", "Bearer ", "Bearer .", "Bearer ..", $"Bearer {id}", $"Bearer {id}.", $"Bearer .{secret}", $"Bearer {secret}.{id}", $"Basic {key}", key,
            $"Bearer {key}x", $"Bearer {key[..^1]}", $"Bearer {key}.{key}", $"Bearer {key}, Bearer {key}", $"Bearer {key.ToUpperInvariant()}",
            $"Bearer {otherKey.Split('.')[0]}.{secret}", $"Bearer {id}.{otherKey.Split('.')[1]}", $"Bearer\t{key}x", $"Bearer {id}'or'1'eq'1.{secret}", $"Bearer {id}/../{id}.{secret}",
            $"Bearer {new string('a', 5000)}.{new string('b', 5000)}", "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJGbG93TG9nLlByaW1hcnkiXX0.", "Bearer ü.ß", "Bearer %00.%00",
        ];
    }

    private static string WrongSecret(ApiClient account) => $"{account.Authorization![..^1]}~";

    private static async Task<string> TurnedOffAsync(ApiClient account)
    {
        var key = (await account.PostAsync("api/accesskeys")).Expect(HttpStatusCode.Created);
        (await account.PatchAsync($"api/accesskeys/{key.Text("accessKeyId")}", new { status = "Inactive" })).Expect(HttpStatusCode.OK);
        return $"Bearer {key.Text("bearer")}";
    }

    private static async Task<string> DeletedAsync(ApiClient account)
    {
        (await account.PostAsync("api/users", new { name = "leaver" })).Expect(HttpStatusCode.Created);
        var key = (await account.PostAsync("api/users/leaver/accesskeys")).Expect(HttpStatusCode.Created);
        (await account.DeleteAsync($"api/users/leaver/accesskeys/{key.Text("accessKeyId")}")).Expect(HttpStatusCode.NoContent);
        return $"Bearer {key.Text("bearer")}";
    }

    private static async Task<string> OfDeletedUserAsync(ApiClient account)
    {
        (await account.PostAsync("api/users", new { name = "gone" })).Expect(HttpStatusCode.Created);
        var key = (await account.PostAsync("api/users/gone/accesskeys")).Expect(HttpStatusCode.Created);
        (await account.DeleteAsync("api/users/gone")).Expect(HttpStatusCode.NoContent);
        return $"Bearer {key.Text("bearer")}";
    }
}
