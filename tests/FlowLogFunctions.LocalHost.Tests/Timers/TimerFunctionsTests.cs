using FlowLogFunctions.LocalHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost.Tests.Timers;

public sealed class TimerFunctionsTests : IDisposable
{
    private static readonly DateTimeOffset HalfPastTen = new(2026, 3, 1, 10, 30, 0, TimeSpan.Zero);

    /// <summary>Longer than a host takes to do at once what it does at its start.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(1.5);

    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task FirstStart_RunsNothingBeforeItsTime()
    {
        var runs = await RunForAWhileAsync(typeof(HourlyFunction), HalfPastTen);

        Assert.Empty(runs.Seen);
    }

    [Fact]
    public async Task MissedOccurrences_AreCaughtUpOnce()
    {
        await RunForAWhileAsync(typeof(HourlyFunction), HalfPastTen);

        var late = await RunForAWhileAsync(typeof(HourlyFunction), HalfPastTen.AddHours(3));
        var afterwards = await RunForAWhileAsync(typeof(HourlyFunction), HalfPastTen.AddHours(3).AddMinutes(5));

        var run = Assert.Single(late.Seen);
        Assert.True(run.IsPastDue);
        Assert.Equal(new DateTime(2026, 3, 1, 11, 0, 0, DateTimeKind.Utc), run.ScheduleStatus!.Next);
        Assert.Empty(afterwards.Seen);
    }

    [Fact]
    public async Task NoMonitor_CatchesUpNothing()
    {
        await RunForAWhileAsync(typeof(UnmonitoredFunction), HalfPastTen);

        var late = await RunForAWhileAsync(typeof(UnmonitoredFunction), HalfPastTen.AddHours(3));

        Assert.Empty(late.Seen);
    }

    [Fact]
    public async Task RunOnStartup_RunsAtOnce()
    {
        var runs = await RunForAWhileAsync(typeof(AtStartFunction), HalfPastTen);

        Assert.False(Assert.Single(runs.Seen).IsPastDue);
    }

    [Fact]
    public async Task ChangedSchedule_IsNotLate()
    {
        await RunForAWhileAsync(typeof(ConfiguredFunction), HalfPastTen, "0 0 * * * *");

        var late = await RunForAWhileAsync(typeof(ConfiguredFunction), HalfPastTen.AddHours(3), "0 15 * * * *");

        Assert.Empty(late.Seen);
    }

    [Fact]
    public async Task DueTime_Runs()
    {
        var runs = new Runs();
        await using var host = await StartAsync(typeof(HourlyFunction), new DateTimeOffset(2026, 3, 1, 10, 59, 59, TimeSpan.Zero), runs);

        await Patience.UntilAsync(() => runs.Seen.Count == 1);

        Assert.False(runs.Seen.Single().IsPastDue);
    }

    [Fact]
    public async Task SlowRuns_DoNotOverlap()
    {
        var runs = new Runs(() => Task.Delay(TimeSpan.FromSeconds(2.5)));
        await using var host = await StartAsync(typeof(ConfiguredFunction), HalfPastTen, runs, "* * * * * *");

        await Patience.UntilAsync(() => runs.Seen.Count == 3);

        Assert.Equal(1, runs.MostAtOnce);
    }

    [Fact]
    public async Task Failure_RunsAgainAtTheNextTime()
    {
        var runs = new Runs(() => throw new InvalidOperationException("crash"));
        await using var host = await StartAsync(typeof(ConfiguredFunction), HalfPastTen, runs, "* * * * * *");

        await Patience.UntilAsync(() => runs.Seen.Count == 2);
    }

    [Fact]
    public async Task Stop_CancelsRunAfterItsGrace()
    {
        var runs = new Runs(() => Task.Delay(Timeout.Infinite));
        var host = await StartAsync(typeof(AtStartFunction), HalfPastTen, runs);
        await Patience.UntilAsync(() => runs.Seen.Count == 1);

        await host.DisposeAsync().AsTask().WaitAsync(Patience.Longest);
    }

    [Theory]
    [InlineData("every hour")]
    [InlineData("0 * * * *")]
    [InlineData("61 * * * * *")]
    public async Task WrongSchedule_StopsTheStart(string schedule)
    {
        var problem = await Assert.ThrowsAsync<StartException>(() => StartAsync(typeof(ConfiguredFunction), HalfPastTen, new(), schedule));

        Assert.Contains(schedule, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedStatus_BeginsAnew()
    {
        Directory.CreateDirectory(Path.Combine(_data.Path, "timers"));
        _data.File("timers/Hourly.json", "{ \"Last\": ");

        var runs = await RunForAWhileAsync(typeof(HourlyFunction), HalfPastTen);

        Assert.Empty(runs.Seen);
    }

    public void Dispose() => _data.Dispose();

    private async Task<Runs> RunForAWhileAsync(Type function, DateTimeOffset start, string schedule = "")
    {
        var runs = new Runs();
        await using var host = await StartAsync(function, start, runs, schedule);
        await Task.Delay(AWhile);
        return runs;
    }

    private Task<HostUnderTest> StartAsync(Type function, DateTimeOffset start, Runs runs, string schedule = "") => HostUnderTest.StartAsync(
        function,
        services => services.AddSingleton(runs),
        new() { ["Schedule"] = schedule },
        dataFolder: _data.Path,
        time: new ShiftedTime(start));
}
