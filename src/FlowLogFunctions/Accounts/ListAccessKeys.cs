using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>The access keys of a sub-user or of the primary account.</summary>
internal sealed record AccessKeyList(IReadOnlyList<AccessKeyView> Items);

/// <summary>Lists access keys, those of the settings first.</summary>
internal sealed class ListAccessKeys(KeyRingStore rings, AccessKeyUses uses, IOptions<ConfiguredAccounts> configured)
{
    public async Task<Outcome<AccessKeyList>> RunAsync(Outcome<Identity> whose, QueryReader query, CancellationToken cancellation)
    {
        if (!whose.Is(out var owner, out var refusal) || query.IsInvalid(out refusal))
            return refusal;
        if (await rings.FindAsync(owner, cancellation) is not { } ring)
            return UserStore.Missing(owner.UserName!);
        var items = new List<AccessKeyView>();
        foreach (var id in configured.Value.KeysOf(owner))
            items.Add(AccessKeyView.OfSettings(id, await uses.FindAsync(owner.AccountId, id, cancellation)));
        foreach (var key in ring.AccessKeys)
            items.Add(AccessKeyView.Of(key, await uses.FindAsync(owner.AccountId, key.AccessKeyId, cancellation)));
        return new AccessKeyList(items);
    }
}
