using System.Diagnostics;

namespace FlowLog.Benchmarks.Measuring;

/// <summary>Measures the same thing again and again.</summary>
internal static class Repeat
{
    private const int LeastRuns = 3;

    /// <summary>A run of work that is too short to time by itself.</summary>
    private static readonly TimeSpan ShortestRun = TimeSpan.FromMilliseconds(200);

    /// <summary>The runtime compiles for speed what it has seen for a while, in the background.</summary>
    private static readonly TimeSpan ShortestWarmUp = TimeSpan.FromSeconds(2);

    /// <summary>One run that does not count, then at least three and as many as begin within the time.</summary>
    public static async Task<IReadOnlyList<T>> RunsAsync<T>(TimeSpan time, Func<Task<T>> run, CancellationToken cancellation)
    {
        await run();
        var runs = new List<T>();
        for (var began = Stopwatch.GetTimestamp(); runs.Count < LeastRuns || Stopwatch.GetElapsedTime(began) < time;)
        {
            cancellation.ThrowIfCancellationRequested();
            runs.Add(await run());
        }

        return runs;
    }

    /// <summary>Units per second of work that does <paramref name="units"/> in one call. A run is as many calls as take 0.2 s.</summary>
    public static async Task<Figures> RateAsync(TimeSpan time, double units, Func<Task> work, CancellationToken cancellation)
    {
        await CallAsync(time / 2 > ShortestWarmUp ? time / 2 : ShortestWarmUp, work);
        return new(await RunsAsync(time, async () =>
        {
            var began = Stopwatch.GetTimestamp();
            var calls = await CallAsync(ShortestRun, work);
            return calls * units / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }, cancellation));
    }

    public static Task<Figures> RateAsync(TimeSpan time, double units, Action work, CancellationToken cancellation) =>
        RateAsync(time, units, () =>
        {
            work();
            return Task.CompletedTask;
        }, cancellation);

    private static async Task<int> CallAsync(TimeSpan atLeast, Func<Task> work)
    {
        var calls = 0;
        for (var began = Stopwatch.GetTimestamp(); calls == 0 || Stopwatch.GetElapsedTime(began) < atLeast; calls++)
            await work();
        return calls;
    }
}
