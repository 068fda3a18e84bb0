using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Changes what the body names of a prefix list; a list of entries takes the place of the one before.</summary>
internal sealed class ChangePrefixList(PrefixListStore lists, FormerPrefixListStore former, NetworkDecisions decisions, TimeProvider time)
{
    public async Task<Outcome<Versioned<PrefixListItem>>> RunAsync(
        Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation)
    {
        var fields = PrefixListFields.Read(body, isNew: false);
        return body.IsInvalid(out var refusal)
            ? refusal
            : await decisions.ChangeAsync(
                lists, scope, id, ifMatch, async (list, changes) =>
                {
                    var changed = fields.Onto(list);
                    if (!changed.Entries.SequenceEqual(list.Entries))
                        await former.EndAsync(scope, new(id, time.GetUtcNow(), list.Entries), changes, cancellation);
                    return changed;
                }, cancellation);
    }
}
