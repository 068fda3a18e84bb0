using FlowLog.Scan;
using FlowLogFunctions.Analysis.Queries;

namespace FlowLogFunctions.Tests.Analysis.Queries;

public sealed class HistogramRequestTests
{
    [Theory]
    [InlineData(0, 60, 60, 1)]
    [InlineData(0, 61, 60, 2)]
    [InlineData(30, 90, 60, 1)]
    [InlineData(0, 3600, 60, 60)]
    [InlineData(1, 3601, 60, 120)]
    [InlineData(0, 86_400, 24, 3600)]
    [InlineData(0, 7 * 86_400, 1000, 900)]
    [InlineData(0, 253_370_764_799, 1, 253_370_764_800)]
    public void BucketSeconds_IsTheShortestLengthThatWillDo(long from, long to, int buckets, long seconds)
    {
        var request = new HistogramRequest(new(from, to), FlowPredicate.All, buckets);

        Assert.Equal(seconds, request.BucketSeconds);
    }
}
