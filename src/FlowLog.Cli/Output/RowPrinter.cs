using FlowLog.Cli.Records;
using FlowLog.Printing;

namespace FlowLog.Cli.Output;

/// <summary>Prints rows in a program's format, written by several threads and put out in order.</summary>
internal sealed class RowPrinter(Stream output, IRowFormat format, IReadOnlyList<RecordColumn> columns, int threads) : IRowSink
{
    private const int RowsAtOnce = 8192;

    private readonly Utf8Text[] _texts = [.. Enumerable.Range(0, threads).Select(_ => new Utf8Text())];
    private bool _hasHead;

    public async Task PrintAsync(IEnumerable<FlowRow> rows, CancellationToken cancellation)
    {
        await HeadAsync(cancellation);
        foreach (var parts in rows.Chunk(RowsAtOnce).Chunk(threads))
        {
            Parallel.For(0, parts.Length, part => Write(_texts[part], parts[part]));
            foreach (var text in _texts.Take(parts.Length))
                await output.WriteAsync(text.Bytes, cancellation);
        }
    }

    public async Task EndAsync(CancellationToken cancellation)
    {
        await HeadAsync(cancellation);
        await output.FlushAsync(cancellation);
    }

    private async Task HeadAsync(CancellationToken cancellation)
    {
        if (_hasHead)
            return;
        _hasHead = true;
        _texts[0].Clear();
        format.Head(_texts[0], columns);
        await output.WriteAsync(_texts[0].Bytes, cancellation);
    }

    private void Write(Utf8Text text, FlowRow[] rows)
    {
        text.Clear();
        foreach (ref readonly var row in rows.AsSpan())
            format.Row(text, columns, row);
    }
}
