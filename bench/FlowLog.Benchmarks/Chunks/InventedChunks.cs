using FlowLog.Benchmarks.Measuring;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Chunks;

/// <summary>Encoding and decoding of <see cref="InventedFlows"/>, as they lie in merged chunks and as they are ingested.</summary>
internal static class InventedChunks
{
    private const int Records = 6_000_000;

    /// <summary>Rows that rates are measured with; sizes are those of all.</summary>
    private const int MeasuredRows = 500_000;

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine("Invented flows of an hour at 512 ENIs, the fields of AWS's default format and direction, one thread.");
        output.WriteLine();
        var rates = new Table(["records/s", .. Figures.Heads, "ratio"]);
        var sizes = new Table("bytes per record", "records", "chunks", "chunk");
        var flows = new InventedFlows(Records);
        await MeasureAsync("merged, 100,000 rows", flows.Merged(100_000), rates, sizes, command, cancellation);
        await MeasureAsync("ingested, 4,000 rows", flows.Ingested(4_000), rates, sizes, command, cancellation);
        rates.Write(output);
        sizes.Write(output);
    }

    private static async Task MeasureAsync(
        string what, IEnumerable<FlowColumns> parts, Table rates, Table sizes, CommandLine command, CancellationToken cancellation)
    {
        var rows = new List<FlowColumns>();
        var (chunks, records, bytes) = (0, 0L, 0L);
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            (chunks, records, bytes) = (chunks + 1, records + part.Count, bytes + ChunkEncoder.Encode(part).Size);
            if (records <= MeasuredRows)
                rows.Add(part);
        }

        sizes.Add(what, Figures.Text(records), Figures.Text(chunks), Figures.Text((double)bytes / records));
        var encoded = rows.Select(ChunkEncoder.Encode).ToList();
        var fields = FlowFields.All.Where(field => encoded[0].Columns.ContainsKey(field.Id)).ToList();
        var blocks = new BlockReading();
        var encode = await AddAsync("encode", () => rows.Sum(part => ChunkEncoder.Encode(part).Rows), null);
        await AddAsync("read all columns by the block, addresses as codes", () => encoded.Sum(chunk => blocks.Read(chunk, fields)), encode);
        await AddAsync("decode all columns to arrays, addresses as codes", () => encoded.Sum(chunk => ChunkDecoder.Decode(chunk, fields).Count), encode);
        await AddAsync("decode all columns to arrays, addresses looked up", () => encoded.Sum(LookedUp), encode);
        foreach (var field in fields)
            await AddAsync($"read {field} by the block", () => encoded.Sum(chunk => blocks.Read(chunk, [field])), encode);

        async Task<Figures> AddAsync(string step, Func<int> work, Figures? first)
        {
            var total = rows.Sum(part => part.Count);
            var rate = await Repeat.RateAsync(command.Time, total, () => Require(work(), total), cancellation);
            rates.Add([$"{step}: {what}", .. rate.Cells, rate.RatioTo(first ?? rate)]);
            return rate;
        }

        int LookedUp(Chunk chunk)
        {
            var columns = ChunkDecoder.Decode(chunk, fields);
            return Math.Min(columns.Addresses(FlowFields.Source).Length, columns.Addresses(FlowFields.Destination).Length);
        }
    }

    private static void Require(int found, int wanted)
    {
        if (found != wanted)
            throw new InvalidOperationException($"{found} rows where {wanted} were before.");
    }
}
