using FlowLogFunctions.Ingest;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Ingest;

public sealed class MemoryTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Kept_UntilItsTimeIsOver()
    {
        var memory = new Memory<string, string>(_time, TimeSpan.FromSeconds(2), capacity: 10);
        memory.Keep("a", "one");
        Assert.Equal("one", memory.Find("a"));
        Assert.Null(memory.Find("b"));

        _time.Now += TimeSpan.FromSeconds(1.9);
        Assert.Equal("one", memory.Find("a"));
        _time.Now += TimeSpan.FromSeconds(0.1);

        Assert.Null(memory.Find("a"));
    }

    [Fact]
    public void NoTime_NothingIsRemembered()
    {
        var memory = new Memory<string, string>(_time, TimeSpan.Zero, capacity: 10);

        memory.Keep("a", "one");

        Assert.Null(memory.Find("a"));
    }

    [Fact]
    public void ManyValues_NoMoreThanTheCapacityAreHeld()
    {
        var memory = new Memory<int, string>(_time, TimeSpan.FromSeconds(2), capacity: 10);

        for (var key = 0; key < 1_000; key++)
            memory.Keep(key, "value");

        Assert.InRange(Enumerable.Range(0, 1_000).Count(key => memory.Find(key) is not null), 1, 10);
        Assert.NotNull(memory.Find(999));
    }
}
