using FlowLogFunctions.Limits;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Limits;

public sealed class TokenBucketsTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public void Burst_IsUsedUp_AndFillsUpAgain()
    {
        var buckets = new TokenBuckets(10, 5, _time);
        for (var i = 0; i < 5; i++)
            Assert.Null(buckets.Take("a", 1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), buckets.Take("a", 1));
        Assert.Equal(TimeSpan.FromMilliseconds(300), buckets.Take("a", 3));
        Assert.Null(buckets.Take("b", 1));

        _time.Now += TimeSpan.FromMilliseconds(200);

        Assert.Null(buckets.Take("a", 2));
        Assert.NotNull(buckets.Take("a", 1));
        _time.Now += TimeSpan.FromHours(1);
        Assert.Null(buckets.Take("a", 5));
        Assert.NotNull(buckets.Take("a", 1));
    }

    [Fact]
    public void CostAboveTheBurst_TakesTheBurst()
    {
        var buckets = new TokenBuckets(1, 5, _time);

        Assert.Null(buckets.Take("a", 20));
        Assert.Equal(TimeSpan.FromSeconds(5), buckets.Take("a", 20));
    }

    [Fact]
    public void NoRate_LimitsNothing()
    {
        var buckets = new TokenBuckets(0, 1, _time);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(buckets.Take("a", 100)));
        Assert.Null(buckets.Wait("a"));
        Assert.Equal(0, buckets.Count);
    }

    [Fact]
    public void ClockThatIsSetBack_FillsNothing_AndGoesOn()
    {
        var buckets = new TokenBuckets(1, 2, _time);
        Assert.Null(buckets.Take("a", 1));
        _time.Now -= TimeSpan.FromDays(1);

        Assert.Null(buckets.Take("a", 1));
        Assert.NotNull(buckets.Take("a", 1));
        _time.Now += TimeSpan.FromSeconds(1);
        Assert.Null(buckets.Take("a", 1));
    }

    [Fact]
    public void ManyIds_ShareOneAllowance_AndMemoryStaysBounded()
    {
        var buckets = new TokenBuckets(1, 10, _time, most: 100);
        var refused = Enumerable.Range(0, 10_000).Count(number => buckets.Take($"hostile-{number}", 1) is not null);

        Assert.InRange(buckets.Count, 1, 101);
        Assert.Equal(10_000 - 100 - 10, refused);
        Assert.Null(buckets.Take("hostile-5", 1));
        Assert.False(buckets.Knows("hostile-5000"));
    }

    [Fact]
    public void FullOnes_AreForgottenForNewOnes()
    {
        var buckets = new TokenBuckets(1, 10, _time, most: 100);
        for (var number = 0; number < 200; number++)
            buckets.Take($"early-{number}", 1);
        _time.Now += TimeSpan.FromMinutes(1);

        Assert.Null(buckets.Take("late", 10));

        Assert.True(buckets.Knows("late"));
        Assert.False(buckets.Knows("early-5"));
    }
}
