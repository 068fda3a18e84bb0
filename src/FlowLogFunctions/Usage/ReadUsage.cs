using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Usage;

/// <summary>Usage of an account by day and Logstore; this month's if no time is asked for.</summary>
internal sealed class ReadUsage(UsageStore usage, MeterLogstores meter, IOptions<PriceOptions> prices, TimeProvider time)
{
    private const int MostDays = 400;

    public async Task<Outcome<UsageAnswer>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        var now = time.GetUtcNow();
        var to = query.Time("to") ?? now;
        var from = query.Time("from") ?? new DateTimeOffset(to.Year, to.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var (project, logstore) = (query.Text("project"), query.Text("logstore"));
        if (from > to)
            query.Problem("from", "InvalidTimeRange", "must not be after to.");
        else if (to - from > TimeSpan.FromDays(MostDays))
            query.Problem("from", "InvalidTimeRange", FormattableString.Invariant($"must be at most {MostDays} days before to."));
        if (query.IsInvalid(out var refusal))
            return refusal;
        await meter.RunAsync(caller.Scope, cancellation);
        var (first, last) = (UsageStore.DayOf(from.ToUnixTimeSeconds()), UsageStore.DayOf(to.ToUnixTimeSeconds()));
        var items = await usage.AllAsync(caller.Scope, first, last, cancellation)
            .Where(row => (project ?? row.Value.Project) == row.Value.Project && (logstore ?? row.Value.Logstore) == row.Value.Logstore)
            .ToListAsync(cancellation);
        var shown = items.Where(row => page.After is null || string.CompareOrdinal(row.Row, page.After) > 0).Take(page.Limit).ToList();
        var more = shown.Count > 0 && shown[^1].Row != items[^1].Row;
        return new UsageAnswer(
            first, last, UsageSum.Of([.. items.Select(Item)], prices.Value.Currency), [.. shown.Select(Item)],
            more ? PageRequest.Seal(shown[^1].Row) : null);

        UsageItem Item(Storage.Stored<UsageDay> row) => UsageItem.Of(row.Value, prices.Value);
    }
}
