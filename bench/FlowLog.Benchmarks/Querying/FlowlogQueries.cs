using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Querying;

/// <summary><c>./flowlog query FILE SQL --repeat N</c>: the median and the bounds of its hot runs.</summary>
internal static partial class FlowlogQueries
{
    /// <param name="threads">Threads that scan.</param>
    public static async Task<QueryTimes> RunAsync(string file, string sql, int runs, int threads, CancellationToken cancellation)
    {
        string[] arguments = ["query", file, sql, "--repeat", Text(runs + 1), "--threads", Text(threads), "--format", "json"];
        using var process = Process.Start(new ProcessStartInfo(Repository.Path("flowlog"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var notes = process.StandardError.ReadToEndAsync(cancellation);
        var printed = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (Elapsed().Match(await notes) is not { Success: true } times)
            throw new InvalidOperationException($"flowlog said: {await notes}");
        using var answer = JsonDocument.Parse(printed);
        var row = answer.RootElement.GetProperty("rows").EnumerateArray().Select(cells => string.Join(", ", cells.EnumerateArray())).FirstOrDefault();
        return new(new([Number(times, 2), Number(times, 1), Number(times, 3)]), row);
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"elapsed ([0-9.]+) ms.*\(([0-9.]+) to ([0-9.]+) ms\)")]
    private static partial Regex Elapsed();
}
