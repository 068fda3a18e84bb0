namespace FlowLogFunctions.Usage;

/// <summary>Estimated money, rounded to six decimals. Dashboards and queries are free.</summary>
/// <param name="Storage">Of keeping what was written until its time to live is over.</param>
internal sealed record Cost(
    string Currency, double Write, double Index, double Storage, double TableTransactions, double QueueTransactions, double Total)
{
    private const double Gigabyte = 1e9;
    private const double DaysPerMonth = 30;
    private const double PriceUnit = 10_000;

    /// <summary>What is kept for ever is charged for a year.</summary>
    private const int MostDays = 365;

    /// <param name="ttlDays">Days that the Logstore keeps records.</param>
    public static Cost Of(MeteredTraffic traffic, int ttlDays, PriceOptions prices)
    {
        var write = traffic.BytesWritten / Gigabyte * prices.WriteGigabyte;
        var index = traffic.BytesIndexed / Gigabyte * prices.IndexGigabyte;
        var storage = traffic.BytesWritten / Gigabyte * Math.Min(ttlDays, MostDays) / DaysPerMonth * prices.StorageGigabyteMonth;
        var table = traffic.TableTransactions / PriceUnit * prices.TableTransactions10K;
        var queue = traffic.QueueTransactions / PriceUnit * prices.QueueTransactions10K;
        return new(
            prices.Currency, Rounded(write), Rounded(index), Rounded(storage), Rounded(table), Rounded(queue),
            Rounded(write + index + storage + table + queue));
    }

    private static double Rounded(double money) => Math.Round(money, 6);
}
