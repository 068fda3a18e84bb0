using System.Globalization;

namespace FlowLog.Cli.Queries;

/// <summary>How long each run of a query took.</summary>
internal sealed class RunTimes
{
    private readonly List<TimeSpan> _runs = [];

    /// <summary>Runs it so often.</summary>
    /// <returns>The last answer.</returns>
    public static async Task<(T Answer, RunTimes Times)> MeasureAsync<T>(TimeProvider time, int count, Func<Task<T>> run)
    {
        var times = new RunTimes();
        while (true)
        {
            var start = time.GetTimestamp();
            var answer = await run();
            times._runs.Add(time.GetElapsedTime(start));
            if (times._runs.Count >= count)
                return (answer, times);
        }
    }

    /// <summary>The time of one run, or the median of all but the first, which found nothing in memory.</summary>
    public override string ToString()
    {
        if (_runs.Count == 1)
            return $"{Text(_runs[0])} ms";
        var hot = _runs.Skip(1).Order().ToList();
        var median = (hot[(hot.Count - 1) / 2] + hot[hot.Count / 2]) / 2;
        return $"{Text(median)} ms, the median of {hot.Count} hot runs ({Text(hot[0])} to {Text(hot[^1])} ms); the first {Text(_runs[0])} ms";
    }

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);
}
