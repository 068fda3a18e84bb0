using FlowLogFunctions.Analysis.Tail;

namespace FlowLogFunctions.Tests.Analysis.Tail;

public sealed class TailCursorTests
{
    [Fact]
    public void Text_ReadsBackAsTheSamePlace()
    {
        var random = new Random(1);
        for (var time = 0; time < 1_000; time++)
        {
            var place = new TailCursor(new(random.NextInt64(DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero), random.Next(2) == 0 ? "" : $"09-2/c~eni-{random.Next()}", random.Next());
            Assert.True(TailCursor.TryParse(place.ToString(), out var read));
            Assert.Equal(place, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1/2")]
    [InlineData("-1/2/")]
    [InlineData("1/-2/")]
    [InlineData("9999999999999999999/2/09-2/c~eni")]
    [InlineData("3155378976000000000/2/09-2/c~eni")]
    [InlineData("1/2147483648/")]
    [InlineData("0/0/")]
    [InlineData("621355967999999999/2147483647/09-2/c~eni")]
    public void AnythingElse_IsNoPlace(string text) => Assert.False(TailCursor.TryParse(text, out _));
}
