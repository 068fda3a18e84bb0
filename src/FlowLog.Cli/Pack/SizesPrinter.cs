using System.Globalization;
using FlowLog.Cli.Output;
using FlowLog.Files;

namespace FlowLog.Cli.Pack;

/// <summary>Prints what each column of a file of chunks takes, and what all of it does.</summary>
internal static class SizesPrinter
{
    private static readonly string[] Heads = ["column", "bytes", "bytes-per-record", "encodings"];

    /// <param name="length">Bytes of the file.</param>
    public static async Task PrintAsync(Stream output, OutputFormat format, ColumnSizes sizes, long length, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var lines = Lines(sizes, length).ToList();
        switch (format)
        {
            case OutputFormat.Table:
                Tables.Print(writer, [(Heads[0], false), (Heads[1], true), (Heads[2], true), (Heads[3], false)], lines);
                await writer.WriteLineAsync(Text($"{sizes.Rows:N0} records in {sizes.Chunks:N0} chunks of {sizes.LeastRows:N0} to {sizes.MostRows:N0} rows"));
                break;
            case OutputFormat.Ndjson:
                foreach (var line in lines)
                    await writer.WriteLineAsync($$"""{"column":"{{line[0]}}","bytes":{{line[1]}},"bytes-per-record":{{line[2]}},"encodings":"{{line[3]}}"}""");
                break;
            default:
                await writer.WriteLineAsync(string.Join(',', Heads));
                foreach (var line in lines)
                    await writer.WriteLineAsync(string.Join(',', line));
                break;
        }

        await writer.FlushAsync(cancellation);
    }

    /// <summary>The columns, what is besides them, and the sum.</summary>
    private static IEnumerable<string[]> Lines(ColumnSizes sizes, long length)
    {
        foreach (var column in sizes.Columns)
            yield return Line(column.Name, column.Bytes, Encodings(column));
        yield return Line("headers", length - sizes.Bytes, "");
        yield return Line("total", length, "");

        string[] Line(string name, long bytes, string encodings) =>
            [name, Text($"{bytes}"), Text($"{(double)bytes / Math.Max(1, sizes.Rows):0.000}"), encodings];
    }

    private static string Encodings(ColumnSize column) => column.Encodings is [var only]
        ? only.Encoding
        : string.Join(" + ", column.Encodings.Select(encoding => Text($"{encoding.Encoding} {100.0 * encoding.Bytes / column.Bytes:0.#} %")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
