using FlowLog.Sql;

namespace FlowLog.Cli.Queries;

/// <summary>What a query of a file may take: it is the asker's own machine, who can interrupt it.</summary>
internal static class LocalLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="rows">Rows of an answer to a query that does not say how many.</param>
    public static QueryLimits Of(int rows, int threads, TimeProvider time)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        return new()
        {
            Rows = rows,
            MostRows = Math.Max(rows, new QueryLimits().MostRows),
            Threads = threads,
            Time = Longest,
            MemoryBytes = memory,
            AnswerBytes = memory,
            Clock = time,
        };
    }
}
