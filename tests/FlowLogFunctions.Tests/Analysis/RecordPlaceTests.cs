using FlowLogFunctions.Analysis;

namespace FlowLogFunctions.Tests.Analysis;

public sealed class RecordPlaceTests
{
    [Fact]
    public void Text_ReadsBackAsTheSamePlace()
    {
        var random = new Random(1);
        for (var time = 0; time < 1_000; time++)
        {
            var place = new RecordPlace(random.NextInt64(253_370_764_800), (ulong)random.NextInt64() * 3, random.Next());
            Assert.True(RecordPlace.TryParse(place.ToString(), out var read));
            Assert.Equal(place, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("1/00000000000000ff/-1")]
    [InlineData("1/00000000000000fg/1")]
    [InlineData("1/00000000000000ff/1/2")]
    [InlineData("x/00000000000000ff/1")]
    [InlineData("9223372036854775807/00000000000000ff/1")]
    [InlineData("-9223372036854775808/00000000000000ff/1")]
    [InlineData("253370764800/00000000000000ff/1")]
    [InlineData("-1/00000000000000ff/1")]
    [InlineData("1767225600/12/c~eni-bp1-00000001-0")]
    public void AnythingElse_IsNoPlace(string text) => Assert.False(RecordPlace.TryParse(text, out _));

    [Fact]
    public void Reverse_TurnsTimesAndHashesRoundButCountsOn()
    {
        var place = new RecordPlace(10, 20, 3);

        foreach (var later in new[] { place with { Start = 11, Hash = 0, Number = 0 }, place with { Hash = 21, Number = 0 } })
        {
            Assert.True(later.IsAfter(place, reverse: false));
            Assert.True(place.IsAfter(later, reverse: true));
        }

        Assert.True((place with { Number = 4 }).IsAfter(place, reverse: false));
        Assert.True((place with { Number = 4 }).IsAfter(place, reverse: true));
        Assert.False(place.IsAfter(place, reverse: false));
    }
}
