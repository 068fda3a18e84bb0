using System.Diagnostics;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Reports;

/// <summary>What an answer from aggregates took.</summary>
/// <param name="Days">Roll-ups of days that were read.</param>
/// <param name="Hours">Roll-ups of hours.</param>
/// <param name="Chunks">Aggregates of chunks.</param>
/// <param name="RowsScanned">Records that were read since their chunk lies across the range's edge.</param>
internal sealed record ReportStatistics(int Days, int Hours, int Chunks, long RowsScanned, long ElapsedMilliseconds)
{
    /// <param name="began">A time stamp.</param>
    public static ReportStatistics Of(AggregateCounts counts, long began) =>
        new(counts.Days, counts.Hours, counts.Chunks, counts.Records, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
}
