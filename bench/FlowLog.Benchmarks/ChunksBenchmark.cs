using FlowLog.Benchmarks.Chunks;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Benchmarks;

/// <summary>Rows to chunks and back, at the size of a full queue message and of a large chunk.</summary>
internal static class ChunksBenchmark
{
    private const int FlowsPerMinute = 1_000;
    private static readonly int[] Sizes = [4_000, 100_000];
    private static readonly FlowField[] ThreeFields = [FlowFields.Start, FlowFields.DestinationPort, FlowFields.Bytes];

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine("Records of the generator's traffic, all columns, one thread.");
        output.WriteLine();
        var rates = new Table(["records/s", .. Figures.Heads, "ratio", "MB/s of chunk"]);
        var sizes = new Table("bytes per record", "chunk");
        foreach (var size in Sizes)
        {
            var rows = FlowColumns.Of(new GeneratedTraffic(FlowsPerMinute).Records(size));
            var chunk = ChunkEncoder.Encode(rows);
            var encode = await Repeat.RateAsync(command.Time, size, () => Require(ChunkEncoder.Encode(rows).Size, chunk.Size), cancellation);
            Add($"encode {size:N0} rows", encode);
            Add($"decode {size:N0} rows", await DecodeAsync(FlowFields.All));
            Add($"decode 3 columns of {size:N0} rows", await DecodeAsync(ThreeFields));
            sizes.Add(FormattableString.Invariant($"{size:N0} rows"), Figures.Text((double)chunk.Size / size));

            void Add(FormattableString what, Figures rate) => rates.Add(
                [FormattableString.Invariant(what), .. rate.Cells, rate.RatioTo(encode), Figures.Text(rate.Median * chunk.Size / size / 1e6)]);

            Task<Figures> DecodeAsync(IEnumerable<FlowField> fields) => Repeat.RateAsync(
                command.Time, size, () => Require(ChunkDecoder.Decode(chunk, fields).Count, size), cancellation);
        }

        rates.Write(output);
        sizes.Write(output);
        await InventedChunks.RunAsync(command, output, cancellation);
    }

    private static void Require(int found, int wanted)
    {
        if (found != wanted)
            throw new InvalidOperationException($"{found} where {wanted} were before.");
    }
}
