using System.Text;
using System.Text.Json;

namespace FlowLog.Cli.Tail;

/// <summary>Prints records as they come, each at once.</summary>
internal static class TailPrinter
{
    public static async Task PrintAsync(Stream output, ITailFormat format, IAsyncEnumerable<JsonElement> records, long limit, CancellationToken cancellation)
    {
        if (format.Head is { } head)
            await WriteAsync(output, head, cancellation);
        await foreach (var record in records.WithCancellation(cancellation))
        {
            await WriteAsync(output, format.Line(record), cancellation);
            if (--limit == 0)
                return;
        }
    }

    private static async Task WriteAsync(Stream output, string line, CancellationToken cancellation)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);
        await output.FlushAsync(cancellation);
    }
}
