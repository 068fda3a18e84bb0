using System.Globalization;

namespace FlowLog.Cli.Reports;

/// <summary>The points in time of a report.</summary>
/// <param name="From">Unix seconds, inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="BucketSeconds">Length of a point; at least 1.</param>
internal sealed record ReportTimes(DateTimeOffset From, DateTimeOffset To, long BucketSeconds)
{
    private const int MostPoints = 120;

    /// <summary>A value a point, 0 where nothing is; of more points than fit into a line several make one.</summary>
    public IReadOnlyList<double> Points(IEnumerable<(long Time, double Value)> values)
    {
        var first = From.ToUnixTimeSeconds() / BucketSeconds;
        var count = Math.Max(1, ((To.ToUnixTimeSeconds() - 1) / BucketSeconds) - first + 1);
        var points = new double[Math.Min(count, MostPoints)];
        foreach (var (time, value) in values)
        {
            var place = (time / BucketSeconds) - first;
            if (place >= 0 && place < count)
                points[place * points.Length / count] += value;
        }

        return points;
    }

    public override string ToString() => $"{Text(From)} to {Text(To)}";

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
