using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;

namespace FlowLog.Tests.Chunks.Encodings;

public class IntegerRangesTests
{
    [Fact]
    public void AnyRanges_PassWhatOneOfThemHolds()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            ColumnRange[] ranges = [.. Enumerable.Range(0, random.Next(12)).Select(_ => new ColumnRange(random.Next(-50, 50), random.Next(-50, 50)))];
            var (test, complement) = (IntegerRanges.Of(ranges), IntegerRanges.Of(ranges).Complement());
            for (var value = -60L; value < 60; value++)
            {
                var held = ranges.Any(range => range.Contains(value));
                Assert.Equal(held, test.Passes(value));
                Assert.Equal(!held, complement.Passes(value));
            }
        }
    }

    [Fact]
    public void AVerdictOnBounds_HoldsForEveryNumberWithin()
    {
        var random = new Random(4);
        var verdicts = new HashSet<Match>();
        for (var round = 0; round < 2_000; round++)
        {
            var test = IntegerRanges.Of(Enumerable.Range(0, random.Next(4)).Select(_ => new ColumnRange(random.Next(20), random.Next(30))));
            var bounds = new ColumnRange(random.Next(10), random.Next(10, 20));
            var passed = Enumerable.Range((int)bounds.Minimum, (int)(bounds.Maximum - bounds.Minimum) + 1).Count(value => test.Passes(value));
            var verdict = test.Judge(bounds);
            verdicts.Add(verdict);

            Assert.Equal(verdict == Match.None, passed == 0);
            Assert.Equal(verdict == Match.All, passed == bounds.Maximum - bounds.Minimum + 1);
        }

        Assert.Equal(3, verdicts.Count);
    }

    [Fact]
    public void TheEndsOfAllNumbers_AreNumbersToo()
    {
        var all = IntegerRanges.Of([new(long.MinValue, long.MaxValue)]);

        Assert.True(all.Passes(long.MinValue) && all.Passes(long.MaxValue));
        Assert.False(all.Complement().Passes(long.MinValue) || all.Complement().Passes(long.MaxValue));
        Assert.True(all.Complement().Complement().Passes(long.MaxValue));
    }
}
