using FlowLog.Chunks;
using FlowLog.Cli.Output;
using FlowLog.Cli.Records;
using FlowLog.Files;
using FlowLog.Flows;
using FlowLog.Printing;

namespace FlowLog.Cli.Packed;

/// <summary>Prints the records of files of chunks, chunk by chunk as they lie there; one chunk is in memory at a time, but for a table.</summary>
internal sealed class PackedPrinter
{
    private const int RowsAtOnce = 8192;

    private readonly RecordsRequest _request;
    private readonly Terminal _terminal;
    private readonly IReadOnlyList<FlowField> _fields;
    private readonly HashSet<FlowField> _read;
    private readonly LineFormat _format;
    private readonly Utf8Text[] _texts;
    private readonly List<string[]> _table = [];
    private long _rows;
    private bool _hasHead;

    private PackedPrinter(RecordsRequest request, Terminal terminal, IReadOnlyList<FlowField> fields)
    {
        (_request, _terminal, _fields) = (request, terminal, fields);
        _read = [.. fields, FlowFields.Status, .. fields.Contains(FlowFields.Type) ? [FlowFields.Source] : Array.Empty<FlowField>()];
        _format = request.Format == OutputFormat.Ndjson ? LineFormat.Ndjson : LineFormat.Csv;
        _texts = [.. Enumerable.Range(0, request.Threads).Select(_ => new Utf8Text())];
    }

    /// <exception cref="Failure">The command line asks for what records cannot be given any more.</exception>
    public static PackedPrinter Of(RecordsRequest request, string file, Terminal terminal)
    {
        var refused = request switch
        {
            { RulesFile: not null } => "--rules",
            { EniAddresses.Count: > 0 } => "--eni-address",
            { Summary: true } => "--summary",
            { InsideTunnels: true } => "--inside-tunnels",
            { Icmp: true } => "--icmp",
            { Multicast: false } => "--no-multicast",
            _ => null,
        };
        if (refused is not null)
            throw new Failure($"{file}: {refused} is for packets; this is a file of chunks, whose records have their direction and verdict");
        IReadOnlyList<FlowField> fields = request.Columns.Count == 0 ? FlowFields.All : [.. request.Columns.Select(name => FlowFields.Find(name)!)];
        return new(request, terminal, fields);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> ReadAsync(string file, Stream stream, ReadingProgress progress, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        var reader = new ChunkFileReader(stream);
        try
        {
            while (await reader.ReadAsync(cancellation) is { } chunk)
            {
                await PrintAsync(ChunkDecoder.Decode(chunk, _read), cancellation);
                progress.Show(file, length > 0 ? stream.Position : 0, length, _rows, "records");
            }

            return ExitCode.Done;
        }
        catch (ChunkFormatException damage)
        {
            progress.End();
            return PackedDamage.Report(_terminal, file, reader, damage, _request.Strict);
        }
    }

    public async Task EndAsync(CancellationToken cancellation)
    {
        await HeadAsync(cancellation);
        if (_request.Format == OutputFormat.Table)
        {
            await using var writer = new StreamWriter(_terminal.Output, leaveOpen: true);
            Tables.Print(writer, [.. _fields.Select(field => (field.Name, field.Kind == FieldKind.Number))], _table);
        }

        await _terminal.Output.FlushAsync(cancellation);
    }

    private async Task PrintAsync(FlowColumns rows, CancellationToken cancellation)
    {
        await HeadAsync(cancellation);
        var text = new RecordLines(_fields, rows, _format);
        _rows += rows.Count;
        if (_request.Format == OutputFormat.Table)
        {
            _table.AddRange(Enumerable.Range(0, rows.Count).Select(row => text.Cells(_texts[0], row)));
            return;
        }

        for (var start = 0; start < rows.Count; start += RowsAtOnce * _texts.Length)
        {
            var first = start;
            Parallel.For(0, _texts.Length, part => Write(text, _texts[part], first + (part * RowsAtOnce), rows.Count));
            foreach (var part in _texts)
                await _terminal.Output.WriteAsync(part.Bytes, cancellation);
        }
    }

    private static void Write(RecordLines rows, Utf8Text text, int start, int count)
    {
        text.Clear();
        for (var row = start; row < Math.Min(start + RowsAtOnce, count); row++)
            rows.Write(text, row);
    }

    private async Task HeadAsync(CancellationToken cancellation)
    {
        if (_hasHead || _request.Format == OutputFormat.Table)
            return;
        _hasHead = true;
        _texts[0].Clear();
        RecordLines.Head(_texts[0], _fields, _format);
        await _terminal.Output.WriteAsync(_texts[0].Bytes, cancellation);
    }
}
