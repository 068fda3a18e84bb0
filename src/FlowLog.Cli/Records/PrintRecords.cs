using FlowLog.Cli.Output;
using FlowLog.Cli.Packed;
using FlowLog.Files;
using FlowLog.Imports;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>
/// Prints the records of captures, whose packets are counted to flows and judged; of foreign flow logs, as those judged them; and of files
/// of chunks, as they are.
/// </summary>
internal sealed class PrintRecords(RecordsRequest request, Terminal terminal)
{
    /// <summary>Enough to know a file's format by.</summary>
    public const int HeadBytes = 4096;

    private FlowFiles? _flows;
    private PackedPrinter? _packed;

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(RecordsRequest request, Terminal terminal, CancellationToken cancellation) =>
        CommandRun.GuardAsync(terminal, () => new PrintRecords(request, terminal).RunAsync(cancellation));

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        var progress = new ReadingProgress(terminal, TimeProvider.System);
        for (var number = 0; number < request.Files.Count; number++)
        {
            await using var stream = FileStreams.Open(request.Files[number], terminal);
            code = Math.Max(code, await ReadAsync(request.Files[number], stream, number == 0, progress, cancellation));
        }

        progress.End();
        if (_packed is null)
            await _flows!.EndAsync(cancellation);
        else
            await _packed.EndAsync(cancellation);
        return code;
    }

    private async Task<int> ReadAsync(string file, BlockingStream stream, bool isFirst, ReadingProgress progress, CancellationToken cancellation)
    {
        var head = stream.Peek(HeadBytes);
        var isPacked = ChunkFile.Is(head.Span);
        if (!isFirst && isPacked != (_packed is not null))
            throw new Failure($"{file}: files of chunks are not printed together with others, as their records have other columns; pack the others first");
        if (isPacked)
        {
            _packed ??= PackedPrinter.Of(request, file, terminal);
            return await _packed.ReadAsync(file, stream, progress, cancellation);
        }

        _flows ??= Flows();
        return FlowImportReader.Detect(head.Span) == ImportFormat.None
            ? await _flows.ReadCaptureAsync(file, stream, progress, cancellation)
            : await _flows.ReadFlowLogAsync(file, stream, progress, cancellation);
    }

    private FlowFiles Flows()
    {
        var rows = FlowRows.Of(request);
        var meter = new FlowMeter(new(request.Window, request.InsideTunnels, request.Icmp, request.MaxFlows), RandomSeed.Next());
        return new(request, terminal, meter, rows, SinkOf(request, terminal.Output, meter, rows));
    }

    private static IRowSink SinkOf(RecordsRequest request, Stream output, FlowMeter meter, FlowRows rows)
    {
        if (request.Summary)
            return new SummaryPrinter(new StreamWriter(output), request.Format, meter, rows);
        IReadOnlyList<RecordColumn> columns = request.Icmp ? [.. RecordColumns.All, RecordColumns.Icmp] : RecordColumns.All;
        return request.Format switch
        {
            OutputFormat.Table => new TablePrinter(new StreamWriter(output) { AutoFlush = true }, columns),
            OutputFormat.Ndjson => new RowPrinter(output, new NdjsonFormat(), columns, request.Threads),
            _ => new RowPrinter(output, new CsvFormat(), columns, request.Threads),
        };
    }
}
