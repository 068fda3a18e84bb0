using FlowLogFunctions.Accounts;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Poison;

/// <summary>Lists the messages that could not be processed. Only the primary account may; it sees its own, an operator also how many nobody can read.</summary>
internal sealed class ListPoison(PoisonQueues queues, PoisonTurns turns, Operators operators)
{
    /// <summary>Messages of a queue that are looked at.</summary>
    public const int Most = 1000;

    public async Task<Outcome<PoisonList>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("see messages that could not be processed") is { } forbidden)
            return forbidden;
        var limit = (int)query.Number("limit", 1, PageRequest.MaxLimit, PageRequest.DefaultLimit);
        if (query.IsInvalid(out var refusal))
            return refusal;
        if (!(await turns.TakeAsync(Turns.Patience, cancellation)).Is(out var turn, out refusal))
            return refusal;
        using var taken = turn;
        var found = new List<PoisonContent>();
        foreach (var queue in PoisonQueues.Queues)
        {
            var messages = await queues.TakeAsync(queue, Most, cancellation);
            found.AddRange(messages.Select(PoisonContent.WithoutRows));
            await queues.PutBackAsync(messages, cancellation);
        }

        var own = found.Where(content => content.AccountId == caller.AccountId).Select(content => content.Item!).OrderBy(item => item.InsertedAt).ToList();
        var nobodys = operators.Include(caller.AccountId) ? found.Where(content => content.Problem is not null) : [];
        var unreadable = nobodys.CountBy(content => (content.Message.Queue, content.Problem!))
            .Select(count => new UnreadableCount(count.Key.Queue, count.Key.Item2, count.Value)).OrderByDescending(count => count.Messages);
        return new PoisonList([.. own.Take(limit)], own.Count, [.. unreadable]);
    }
}
