using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Accounts;

/// <summary>Who has which access keys: those of a sub-user stand in its row, those of the primary account in a row of their own.</summary>
internal sealed class KeyRingStore(ControlTable table, UserStore users)
{
    private const string Kind = "primarykeys";

    /// <summary>Null if there is no such sub-user.</summary>
    public async Task<KeyRing?> FindAsync(Identity owner, CancellationToken cancellation)
    {
        if (owner.UserName is { } name)
            return (await users.FindAsync(owner.AccountId, name, cancellation))?.Value.KeyRing;
        return (await table.FindAsync<KeyRing>(ControlKeys.Partition(owner.AccountId), Kind, cancellation))?.Value ?? new([]);
    }

    public async Task<Outcome<KeyRing>> ChangeAsync(Identity owner, Func<KeyRing, Outcome<KeyRing>> change, CancellationToken cancellation)
    {
        if (owner.UserName is { } name)
        {
            var changed = await users.ChangeAsync(owner.AccountId, name, user => ChangeUser(user, change), cancellation);
            return changed.Is(out var row, out var refusal) ? row.Value.KeyRing : refusal;
        }

        // The row is made with the first change; whoever comes second finds it.
        var partition = ControlKeys.Partition(owner.AccountId);
        if (await table.FindAsync<KeyRing>(partition, Kind, cancellation) is null)
            await table.AddAsync(partition, Kind, new KeyRing([]), cancellation);
        var place = new RowPlace(partition, Kind, "access keys", Refusal.ChangedMeanwhile("access keys"));
        return (await table.ChangeAsync(place, null, change, cancellation)).Is(out var ring, out var refused) ? ring.Value : refused;
    }

    private static Outcome<User> ChangeUser(User user, Func<KeyRing, Outcome<KeyRing>> change) =>
        change(user.KeyRing).Is(out var ring, out var refusal) ? user with { AccessKeys = ring.AccessKeys } : refusal;
}
