using System.Globalization;
using System.Text.Json;
using FlowLog.Benchmarks.Meters;
using FlowLog.Benchmarks.Packing;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Querying;

/// <summary>DuckDB on its own table and on Parquet, in one process that stays; queries.mjs says how.</summary>
internal static class DuckDbQueries
{
    /// <param name="installed">A folder with <c>node_modules/@duckdb/node-api</c>; null if there is none.</param>
    /// <returns>For each question the times of the table and of Parquet; null if DuckDB is not there.</returns>
    public static async Task<IReadOnlyList<(QueryTimes Table, QueryTimes Parquet)>?> RunAsync(
        string csv, string? installed, IReadOnlyList<QueryCase> cases, int runs, int threads, TemporaryFolder folder, CancellationToken cancellation)
    {
        var module = installed is null ? null : Path.Combine(Path.GetFullPath(installed), "node_modules", "@duckdb", "node-api");
        if (module is null || !Directory.Exists(module) || !Peer.IsInstalled("node"))
            return null;
        var questions = folder.File("questions.json");
        await File.WriteAllTextAsync(questions, JsonSerializer.Serialize(cases.Select(query => query.Sql)), cancellation);
        var script = Repository.Path("bench", "FlowLog.Benchmarks", "Querying", "queries.mjs");
        string[] counts = [.. new[] { runs, threads }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        using var answers = JsonDocument.Parse(await Peer.RunAsync("node", [script, module, csv, folder.Path, questions, .. counts], cancellation));
        return [.. answers.RootElement.EnumerateArray().Select(answer => (Times(answer, "table"), Times(answer, "parquet")))];
    }

    private static QueryTimes Times(JsonElement answer, string store) => new(
        new(answer.GetProperty(store).EnumerateArray().Select(time => time.GetDouble())), answer.GetProperty("row").GetString());
}
