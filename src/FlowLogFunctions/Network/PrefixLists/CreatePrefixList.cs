using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes a prefix list.</summary>
internal sealed class CreatePrefixList(PrefixListStore lists, NetworkDecisions decisions, IdSource ids, TimeProvider time)
{
    public async Task<Outcome<Versioned<PrefixListItem>>> RunAsync(Scope scope, BodyReader body, CancellationToken cancellation)
    {
        var list = PrefixListFields.Read(body, isNew: true).Onto(new PrefixListItem { Id = ids.Next(lists.Kind.IdPrefix), CreatedAt = time.GetUtcNow() });
        return body.IsInvalid(out var refusal)
            ? refusal
            : await decisions.CreateAsync(lists, scope, _ => Task.FromResult<Outcome<PrefixListItem>>(list), cancellation);
    }
}
