using FlowLog.Benchmarks.Chunks;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Packing;

/// <summary>Records a second of one processor, of chunks of a file that are in memory.</summary>
internal static class CodecRates
{
    /// <summary>Chunks are taken from all over the file until there are so many rows; beyond it memory is measured more than the codec.</summary>
    private const int Rows = 1_000_000;

    private static readonly FlowField[] Single = [FlowFields.Protocol, FlowFields.DestinationPort, FlowFields.Bytes, FlowFields.Start, FlowFields.Source];

    public static async Task WriteAsync(string file, TimeSpan time, TextWriter output, CancellationToken cancellation)
    {
        var chunks = await ChunksOfAsync(file, cancellation);
        var rows = chunks.Sum(chunk => (double)chunk.Rows);
        var decoded = chunks.ConvertAll(chunk => ChunkDecoder.Decode(chunk, FlowFields.All));
        var table = new Table(["records/s of one processor", .. Figures.Heads]);
        await AddAsync("encode", () => decoded.ForEach(columns => ChunkEncoder.Encode(columns)));
        await AddAsync("decode all columns to arrays, addresses as codes", () => chunks.ForEach(chunk => ChunkDecoder.Decode(chunk, FlowFields.All)));
        var blocks = new BlockReading();
        var fields = FlowFields.All.Where(field => chunks.Exists(chunk => chunk.Columns.ContainsKey(field.Id))).ToList();
        await AddAsync("decode all columns by the block, addresses as codes", () => chunks.ForEach(chunk => blocks.Read(chunk, fields)));
        foreach (var field in Single)
            await AddAsync($"decode {field.Name} by the block", () => chunks.ForEach(chunk => blocks.Read(chunk, [field])));
        output.WriteLine(FormattableString.Invariant($"{chunks.Count} merged chunks of {rows:N0} rows, in memory, one thread; processor time of the whole process."));
        output.WriteLine();
        table.Write(output);

        async Task AddAsync(string what, Action work)
        {
            var runs = await Repeat.RunsAsync(time, () => Task.FromResult(rows / SecondsOf(work)), cancellation);
            table.Add([what, .. new Figures(runs).Cells]);
        }
    }

    /// <summary>Processor time, as what else the machine does takes none of it.</summary>
    private static double SecondsOf(Action work)
    {
        var began = Environment.CpuUsage.TotalTime;
        work();
        return Math.Max(1e-6, (Environment.CpuUsage.TotalTime - began).TotalSeconds);
    }

    private static async Task<List<Chunk>> ChunksOfAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var index = await ChunkFileIndex.OpenAsync(stream, cancellation);
        var step = Math.Max(1, (int)(index.Rows / Rows));
        var chunks = new List<Chunk>();
        for (var place = 0; place < index.Chunks.Count; place += step)
            chunks.Add(await index.ReadAsync(index.Chunks[place], cancellation));
        return chunks;
    }
}
