using System.Globalization;
using FlowLog.Files;
using FlowLog.Files.Packing;
using FlowLog.Imports.Records;

namespace FlowLog.Benchmarks.Packing;

/// <summary>Records that were put into a file of chunks.</summary>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Processor">Seconds of processor time from CSV to file.</param>
internal sealed record PackedSet(string File, long Records, long Length, ColumnSizes Sizes, double Processor)
{
    public string PerRecord(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Records:0.000}");

    public string RatioOf(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Length:0.00}");

    /// <exception cref="InvalidDataException">A line is no record.</exception>
    public static async Task<PackedSet> PackAsync(string csv, string file, PackedAs packed, CancellationToken cancellation)
    {
        var began = Environment.CpuUsage.TotalTime;
        await using var input = new FileStream(csv, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        await using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
        var writer = new ChunkFileWriter(output);
        var packer = new RowPacker(writer, new() { As = packed });
        var reader = await RecordReader.OpenAsync(input, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            do
            {
                if (packer.Add(reader.Row))
                    await packer.WriteAsync(cancellation);
            }
            while (reader.TryRead());
        }

        await packer.WriteAsync(cancellation);
        await writer.EndAsync(cancellation);
        if (reader.Damaged > 0)
            throw new InvalidDataException($"{csv}: {reader.Problems[0]}");
        return new(file, writer.Rows, writer.Length, packer.Sizes, (Environment.CpuUsage.TotalTime - began).TotalSeconds);
    }
}
