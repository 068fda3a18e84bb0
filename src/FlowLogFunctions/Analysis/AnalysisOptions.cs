using System.ComponentModel.DataAnnotations;
using FlowLog.Sql;

namespace FlowLogFunctions.Analysis;

/// <summary>Settings <c>FlowLog:Analysis</c>: what queries may take of a process.</summary>
internal sealed class AnalysisOptions
{
    public const string Section = "FlowLog:Analysis";

    /// <summary>Memory for chunks that queries have opened, in MiB; 0 keeps none. 0 to 65,536; 256 by default.</summary>
    [Range(0, 65_536)]
    public int CacheMebibytes { get; set; } = 256;

    /// <summary>Threads of one query. 0 to 64; 0, the default, means one a processor.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>Calls to storage that one query has under way. 1 to 64; 6 by default.</summary>
    [Range(1, 64)]
    public int Reads { get; set; } = 6;

    /// <summary>Seconds that a query takes at most. 1 to 220, as Azure ends requests after 230; 30 by default.</summary>
    [Range(1, 220)]
    public int Seconds { get; set; } = 30;

    /// <summary>Rows of an answer, whatever the query says. 1 to 1,000,000, the default, as at Log Service.</summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; set; } = 1_000_000;

    /// <summary>Memory that one query may take for groups and rows, in MiB. 1 to 65,536; 256 by default.</summary>
    [Range(1, 65_536)]
    public int MemoryMebibytes { get; set; } = 256;

    /// <summary>Queries that run at the same time in one process; others wait. 1 to 1,000; 8 by default.</summary>
    [Range(1, 1_000)]
    public int Parallelism { get; set; } = 8;

    public long MemoryBytes => MemoryMebibytes * 1024L * 1024;

    public int ThreadsOfQuery => Threads > 0 ? Threads : Environment.ProcessorCount;

    /// <summary>The same as SQL is told of it.</summary>
    public QueryLimits LimitsOfSql(TimeProvider clock) => new()
    {
        MostRows = MaxRows,
        Time = TimeSpan.FromSeconds(Seconds),
        MemoryBytes = MemoryBytes,
        AnswerBytes = MemoryBytes,
        Threads = ThreadsOfQuery,
        Clock = clock,
    };
}
