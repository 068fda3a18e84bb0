using FlowLogFunctions.Usage;

namespace FlowLogFunctions.Tests.Usage;

public class CostTests
{
    private static readonly PriceOptions Prices = new()
    {
        Currency = "EUR",
        WriteGigabyte = 0.5,
        IndexGigabyte = 0.25,
        StorageGigabyteMonth = 0.1,
        TableTransactions10K = 2,
        QueueTransactions10K = 3,
    };

    [Fact]
    public void Traffic_IsChargedByTheTable()
    {
        var cost = Cost.Of(new MeteredTraffic(1_000_000, 2_000_000_000, 4_000_000_000, 10_000, 30_000), 60, Prices);

        Assert.Equal(new Cost("EUR", 1, 1, 0.4, 2, 9, 13.4), cost);
    }

    [Theory]
    [InlineData(30, 0.1)]
    [InlineData(365, 1.216667)]
    [InlineData(3650, 1.216667)]
    public void Storage_IsChargedForTheTimeToLive_AtMostAYear(int ttlDays, double expected) =>
        Assert.Equal(expected, Cost.Of(new MeteredTraffic(1, 1_000_000_000, 0, 0, 0), ttlDays, Prices).Storage);
}
