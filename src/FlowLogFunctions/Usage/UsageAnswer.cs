namespace FlowLogFunctions.Usage;

/// <summary>Usage of days, as the API shows it.</summary>
/// <param name="From">The first day, as <c>2026-11-01</c>, UTC.</param>
/// <param name="To">The last day, inclusive.</param>
/// <param name="Total">Of all days and Logstores that fit, not of this page alone.</param>
internal sealed record UsageAnswer(string From, string To, UsageSum Total, IReadOnlyList<UsageItem> Items, string? Cursor);

/// <summary>A Logstore's day.</summary>
internal sealed record UsageItem(
    string Day, string Project, string Logstore, long Records, long BytesWritten, long BytesIndexed, long TableTransactions,
    long QueueTransactions, Cost Cost)
{
    public static UsageItem Of(UsageDay day, PriceOptions prices)
    {
        var sum = day.Sum;
        return new(
            day.Day, day.Project, day.Logstore, sum.Records, sum.BytesWritten, sum.BytesIndexed, sum.TableTransactions, sum.QueueTransactions,
            Cost.Of(sum, day.TtlDays, prices));
    }
}

/// <summary>A sum of days and Logstores.</summary>
internal sealed record UsageSum(
    long Records, long BytesWritten, long BytesIndexed, long TableTransactions, long QueueTransactions, string Currency, double Cost)
{
    public static UsageSum Of(IReadOnlyCollection<UsageItem> items, string currency) => new(
        items.Sum(item => item.Records), items.Sum(item => item.BytesWritten), items.Sum(item => item.BytesIndexed),
        items.Sum(item => item.TableTransactions), items.Sum(item => item.QueueTransactions), currency,
        Math.Round(items.Sum(item => item.Cost.Total), 6));
}
