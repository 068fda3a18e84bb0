using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Meters;
using FlowLog.Files.Packing;
using FlowLogFunctions.Testing;

namespace FlowLog.Benchmarks.Packing;

/// <summary>What records take in a file of chunks, merged and as ingested, and how fast they are put there and read; beside nfdump, DuckDB and Parquet.</summary>
internal static class PackBenchmark
{
    private const int InventedRecords = 6_000_000;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var records = command.RecordsCsv is { } file ? Path.GetFullPath(file) : folder.File("invented.csv");
        if (command.RecordsCsv is null)
            await Packing.InventedRecords.WriteAsync(records, command.IsRecordsGiven ? command.Records : InventedRecords, cancellation);
        var what = command.RecordsCsv is null ? "Invented records" : $"The records of {Path.GetFileName(records)}";
        await MeasureAsync(what + ", in the order of the file.", records, command.NfdumpFile, withRates: true);

        var captures = command.Captures ?? Repository.Path("samples", "traffic");
        var real = folder.File("real.csv");
        await CaptureRecords.WriteAsync(captures, real, cancellation);
        await MeasureAsync($"Real flows: the captures of {command.Captures ?? "samples/traffic"}, in windows of ten minutes, an ENI a capture.", real, null, withRates: false);

        async Task MeasureAsync(string title, string csv, string? nfdumpFile, bool withRates)
        {
            var merged = await PackedSet.PackAsync(csv, folder.File("merged.flc"), PackedAs.Merged, cancellation);
            var ingested = await PackedSet.PackAsync(csv, folder.File("ingested.flc"), PackedAs.Ingested, cancellation);
            output.WriteLine(FormattableString.Invariant(
                $"{title} {merged.Records:N0} records; {merged.Sizes.Chunks:N0} merged chunks, {ingested.Sizes.Chunks:N0} as ingested."));
            output.WriteLine();
            Columns(merged, ingested).Write(output);
            var stores = Stores(merged, ingested);
            await Nfdump.AddAsync(stores, nfdumpFile, folder, merged, cancellation);
            var missing = await DuckDb.AddAsync(stores, csv, command.DuckDbFolder, folder, merged, cancellation);
            stores.Write(output);
            foreach (var line in missing)
                output.WriteLine(line);
            if (withRates)
                await CodecRates.WriteAsync(merged.File, command.Time, output, cancellation);
        }
    }

    private static Table Columns(PackedSet merged, PackedSet ingested)
    {
        var table = new Table("bytes per record", "merged", "as ingested");
        var later = ingested.Sizes.Columns.ToDictionary(column => column.Name, column => column.Bytes);
        foreach (var column in merged.Sizes.Columns)
            table.Add(column.Name, merged.PerRecord(column.Bytes), ingested.PerRecord(later.GetValueOrDefault(column.Name)));
        table.Add("headers", merged.PerRecord(merged.Length - merged.Sizes.Bytes), ingested.PerRecord(ingested.Length - ingested.Sizes.Bytes));
        table.Add("whole file", merged.PerRecord(merged.Length), ingested.PerRecord(ingested.Length));
        return table;
    }

    private static Table Stores(PackedSet merged, PackedSet ingested)
    {
        var table = new Table("store", "bytes", "bytes per record", "ratio", "CPU seconds to write", "records/s of CPU");
        foreach (var (name, set) in new[] { ("flowlog pack --as merged", merged), ("flowlog pack --as ingested", ingested) })
            table.Add(name, FormattableString.Invariant($"{set.Length:N0}"), set.PerRecord(set.Length), merged.RatioOf(set.Length), Figures.Text(set.Processor), Figures.Text(set.Records / set.Processor));
        return table;
    }
}
