using System.Collections.Concurrent;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Accounts;

/// <summary>
/// When each access key was last used, give or take <see cref="Interval"/>. Noted beside the request, which neither waits for it nor fails
/// with it.
/// </summary>
internal sealed partial class AccessKeyUses(ControlTable table, TimeProvider time, ILogger<AccessKeyUses> log)
{
    /// <summary>A process notes the same key no more often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private const string Kind = "accesskeyuse";

    /// <summary>Keys that are remembered as noted; past it all are forgotten, which costs a write each.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);

    private sealed record Use(DateTimeOffset LastUsedAt);

    /// <summary>Notes a use of a valid key.</summary>
    public void Note(string accountId, string accessKeyId)
    {
        var now = time.GetUtcNow();
        if (!IsDue(accessKeyId, now))
            return;
        if (_noted.Count > Most)
            _noted.Clear();
        _ = Task.Run(() => WriteAsync(accountId, accessKeyId, now));
    }

    public async Task<DateTimeOffset?> FindAsync(string accountId, string accessKeyId, CancellationToken cancellation) =>
        (await table.FindAsync<Use>(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, accessKeyId), cancellation))?.Value.LastUsedAt;

    /// <summary>Of all keys of an account that were ever used.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> AllAsync(string accountId, CancellationToken cancellation)
    {
        var prefix = ControlKeys.Prefix(Kind);
        var uses = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var row in table.AllAsync<Use>(ControlKeys.Partition(accountId), prefix, cancellation))
            uses[row.Row[prefix.Length..]] = row.Value.LastUsedAt;
        return uses;
    }

    public Task ForgetAsync(string accountId, string accessKeyId, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, accessKeyId), null, cancellation);

    /// <summary>True for one of those that ask at the same time.</summary>
    private bool IsDue(string accessKeyId, DateTimeOffset now) => _noted.TryGetValue(accessKeyId, out var last)
        ? now - last >= Interval && _noted.TryUpdate(accessKeyId, now, last)
        : _noted.TryAdd(accessKeyId, now);

    private async Task WriteAsync(string accountId, string accessKeyId, DateTimeOffset now)
    {
        try
        {
            await table.PutAsync(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, accessKeyId), new Use(now), CancellationToken.None);
        }
        catch (Exception fault)
        {
            LogNotNoted(log, accessKeyId, fault);
        }
    }

    [LoggerMessage(470, LogLevel.Warning, "The last use of the access key {AccessKeyId} could not be noted")]
    private static partial void LogNotNoted(ILogger logger, string accessKeyId, Exception fault);
}
