using FlowLogFunctions.Accounts;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Poison;

/// <summary>
/// Puts messages that could not be processed back into their queues: the caller's own, all or those named, or those that nobody can read.
/// Only the primary account may; the latter only an operator's.
/// </summary>
internal sealed class RedrivePoison(PoisonQueues queues, PoisonTurns turns, Operators operators, UpkeepTelemetry telemetry)
{
    private const int MostIds = 100;

    public async Task<Outcome<PoisonRedriven>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("move messages that could not be processed") is { } forbidden)
            return forbidden;
        var (ids, unreadable) = (query.Texts("id", MostIds).ToHashSet(StringComparer.Ordinal), query.Flag("unreadable"));
        if (query.IsInvalid(out var refusal))
            return refusal;
        if (unreadable && !operators.Include(caller.AccountId))
            return Refusal.Forbidden("Forbidden.Operator", "Only an operator's account may move messages that nobody can read; the setting FlowLog__Operators__AccountIds__0 names it.");
        if (!(await turns.TakeAsync(Turns.Patience, cancellation)).Is(out var turn, out refusal))
            return refusal;
        using var taken = turn;
        var (moved, remaining) = (0, 0);
        foreach (var queue in PoisonQueues.Queues)
        {
            var found = (await queues.TakeAsync(queue, ListPoison.Most, cancellation)).Select(PoisonContent.WithoutRows).ToList();
            var own = found.Where(content => unreadable ? content.Problem is not null : content.AccountId == caller.AccountId).ToList();
            var chosen = own.Where(content => ids.Count == 0 || ids.Contains(content.Message.Id)).ToList();
            await queues.PutBackAsync(found.Except(chosen).Select(content => content.Message), cancellation);
            foreach (var content in chosen)
            {
                await queues.MoveAsync(content.Message, cancellation);
                telemetry.Redriven(queue, content.Cause);
            }

            moved += chosen.Count;
            remaining += own.Count - chosen.Count;
        }

        return new PoisonRedriven(moved, remaining);
    }
}
