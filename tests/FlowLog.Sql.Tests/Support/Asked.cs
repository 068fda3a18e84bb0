using System.Globalization;
using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Sql.Tests.Support;

/// <summary>Queries as tests ask them.</summary>
internal static class Asked
{
    public static readonly ChunkTable Nothing = new();

    /// <summary>As much time as the slowest machine takes.</summary>
    private static readonly QueryLimits Patient = new() { Time = TimeSpan.FromMinutes(10) };

    public static async Task<QueryAnswer> AskAsync(this IFlowTable table, string query, QueryLimits? limits = null, FlowPredicate? within = null, CancellationToken cancellation = default) =>
        await FlowQueries.RunAsync(Parsed(query), within ?? FlowPredicate.All, table, limits ?? Patient, cancellation);

    /// <summary>Rows as texts, values with | between.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this IFlowTable table, string query, QueryLimits? limits = null) =>
        [.. (await table.AskAsync(query, limits)).Table.Rows.Select(row => string.Join("|", row.Select(Shown)))];

    /// <summary>The same without the way over columns.</summary>
    public static async Task<QueryAnswer> SqliteAsync(this IFlowTable table, string query, FlowPredicate? within = null)
    {
        var parsed = Parsed(query);
        var (answer, counts) = await SqliteRun.RunAsync(parsed.Sql!, FlowPredicate.And(within ?? FlowPredicate.All, parsed.Search), table, Patient, default);
        return new(answer, counts, false);
    }

    public static async Task<IReadOnlyList<string>> SqliteRowsAsync(this IFlowTable table, string query) =>
        [.. (await table.SqliteAsync(query)).Table.Rows.Select(row => string.Join("|", row.Select(Shown)))];

    public static async Task<QueryProblem> ProblemAsync(this IFlowTable table, string query, QueryLimits? limits = null) =>
        FlowQuery.TryParse(query, out _, out var problems)
            ? (await Assert.ThrowsAsync<QueryFailedException>(() => table.AskAsync(query, limits))).Problem
            : problems[0];

    /// <summary>A value as the documentation shows it.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "NULL",
        double real when Math.Floor(real) == real && Math.Abs(real) < 1e15 => real.ToString("F1", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static FlowQuery Parsed(string query) =>
        FlowQuery.TryParse(query, out var parsed, out var problems) ? parsed : throw new QueryFailedException(problems[0]);
}
