using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Meters;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Packing;

/// <summary>DuckDB's own table and Parquet of the same records, by Node.js; bench/FlowLog.Benchmarks/Packing/duckdb.mjs says how.</summary>
internal static class DuckDb
{
    /// <param name="installed">A folder with <c>node_modules/@duckdb/node-api</c>; null if there is none.</param>
    /// <returns>What is missing.</returns>
    public static async Task<IReadOnlyList<string>> AddAsync(
        Table stores, string csv, string? installed, TemporaryFolder folder, PackedSet merged, CancellationToken cancellation)
    {
        var module = installed is null ? null : Path.Combine(Path.GetFullPath(installed), "node_modules", "@duckdb", "node-api");
        if (module is null || !Directory.Exists(module) || !Peer.IsInstalled("node"))
            return ["Without DuckDB and Parquet: --duckdb FOLDER names where `npm install --prefix FOLDER @duckdb/node-api` put it.", ""];
        var script = Repository.Path("bench", "FlowLog.Benchmarks", "Packing", "duckdb.mjs");
        var printed = await Peer.RunAsync("node", [script, module, csv, folder.Path], cancellation);
        foreach (var line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            var length = long.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
            stores.Add(cells[0], FormattableString.Invariant($"{length:N0}"), merged.PerRecord(length), merged.RatioOf(length), cells[2], "");
        }

        return [];
    }
}
