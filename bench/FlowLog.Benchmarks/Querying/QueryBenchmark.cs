using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Meters;
using FlowLog.Benchmarks.Packing;
using FlowLog.Files.Packing;

namespace FlowLog.Benchmarks.Querying;

/// <summary>Questions to a file of chunks by <c>./flowlog query</c>, beside DuckDB and nfdump on the same records, hot, two threads each.</summary>
internal static class QueryBenchmark
{
    private const int InventedRecords = 6_000_000;
    private const int Threads = 2;
    private const int Runs = 9;
    private const int RunsOfNfdump = 3;
    private const string None = "";

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var records = command.RecordsCsv is { } file ? Path.GetFullPath(file) : folder.File("invented.csv");
        if (command.RecordsCsv is null)
            await Packing.InventedRecords.WriteAsync(records, command.IsRecordsGiven ? command.Records : InventedRecords, cancellation);
        var packed = await PackedSet.PackAsync(records, folder.File("records.flc"), PackedAs.Merged, cancellation);
        var last = (await FlowlogQueries.RunAsync(packed.File, "SELECT max(start) FROM log", 1, Threads, cancellation)).Answer;
        var cases = QueryCase.All(long.Parse(last!, System.Globalization.CultureInfo.InvariantCulture) - 2_400);
        var duck = await DuckDbQueries.RunAsync(records, command.DuckDbFolder, cases, Runs, Threads, folder, cancellation);
        var table = new Table("million records/s", "./flowlog query", "DuckDB table", "Parquet zstd", "nfdump", "ms, median", "least", "greatest", "same answer");
        for (var place = 0; place < cases.Count; place++)
        {
            var own = await FlowlogQueries.RunAsync(packed.File, cases[place].Sql, Runs, Threads, cancellation);
            var nfdump = await NfdumpQueries.RunAsync(command.NfdumpFile, cases[place], RunsOfNfdump, cancellation);
            table.Add(
                cases[place].Name, own.Rate(packed.Records), duck?[place].Table.Rate(packed.Records) ?? None, duck?[place].Parquet.Rate(packed.Records) ?? None,
                nfdump?.Rate(packed.Records) ?? None, Figures.Text(own.Milliseconds.Median), Figures.Text(own.Milliseconds.Least), Figures.Text(own.Milliseconds.Greatest),
                duck is null ? None : duck[place].Table.Answer == own.Answer ? "yes" : $"{own.Answer} and {duck[place].Table.Answer}");
        }

        output.WriteLine(FormattableString.Invariant($"{packed.Records:N0} records in {packed.Sizes.Chunks:N0} merged chunks; {Threads} threads, hot, medians of {Runs} runs ({RunsOfNfdump} of nfdump's whole process)."));
        output.WriteLine();
        table.Write(output);
    }
}
