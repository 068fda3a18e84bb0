using FlowLog.Cli.Output;
using FlowLog.Imports;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Reads captures, counts their packets to flows, judges those, and prints them; with the flows of foreign flow logs as they are.</summary>
internal sealed class PrintRecords(RecordsRequest request, Terminal terminal, FlowMeter meter, FlowRows rows, IRowSink sink)
{
    private readonly ImportedFlows _imports = new(request.Window);

    /// <summary>Flows that were closed early are printed when there are so many.</summary>
    private const int WaitingFlows = 65_536;

    /// <summary>Enough to know a file's format by.</summary>
    private const int HeadBytes = 4096;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RecordsRequest request, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var rows = FlowRows.Of(request);
            var meter = new FlowMeter(new(request.Window, request.InsideTunnels, request.Icmp, request.MaxFlows), RandomSeed.Next());
            return await new PrintRecords(request, terminal, meter, rows, SinkOf(request, terminal.Output, meter, rows)).RunAsync(cancellation);
        }
        catch (Failure failure)
        {
            return Complain(terminal, failure.Message);
        }
        catch (IOException fault)
        {
            // Who reads what is printed may stop when there is enough.
            return IsClosedPipe(fault) ? ExitCode.Done : Complain(terminal, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        var progress = new ReadingProgress(terminal, TimeProvider.System);
        foreach (var file in request.Files)
        {
            await using var stream = FileStreams.Open(file, terminal);
            var damage = FlowImportReader.Detect(stream.Peek(HeadBytes).Span) == ImportFormat.None
                ? await ReadCaptureAsync(file, stream, progress, cancellation)
                : await ReadFlowLogAsync(file, stream, progress, cancellation);
            code = Math.Max(code, damage);
        }

        progress.End();
        await sink.PrintAsync(rows.Of(meter.Flows.Drain()), cancellation);
        await sink.PrintAsync(rows.Of(_imports.Drain()), cancellation);
        await sink.EndAsync(cancellation);
        return code;
    }

    private async Task<int> ReadCaptureAsync(string file, Stream stream, ReadingProgress progress, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        meter.Added = () =>
        {
            PrintEarly(cancellation);
            progress.Show(file, length > 0 ? stream.Position : 0, length, meter.Counts.Frames);
        };
        if (await meter.ReadAsync(stream, request.Threads, cancellation) is not { } damage)
            return ExitCode.Done;
        var isNone = damage.Reason is CaptureDamageReason.NotACapture or CaptureDamageReason.Empty or CaptureDamageReason.UnknownVersion;
        return Report(file, damage.Offset, $"{damage.Message} ({damage.Reason})", isNone);
    }

    private async Task<int> ReadFlowLogAsync(string file, Stream stream, ReadingProgress progress, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        var reader = await FlowImportReader.OpenAsync(stream, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            do
                _imports.Add(reader.Current);
            while (reader.TryRead());
            if (_imports.Count >= request.MaxFlows)
                await sink.PrintAsync(rows.Of(_imports.Drain()), cancellation);
            progress.Show(file, length > 0 ? stream.Position : 0, length, reader.Tuples);
        }

        foreach (var (problem, count) in reader.Skipped)
            terminal.Errors.WriteLine($"flowlog: {file}: {count} tuples or lines were left out ({problem})");
        return reader.Damage is { } damage ? Report(file, damage.Offset, $"{damage.Message} ({damage.Reason})", isNone: false) : ExitCode.Done;
    }

    private void PrintEarly(CancellationToken cancellation)
    {
        if (meter.Flows.WaitingFlows >= WaitingFlows)
            sink.PrintAsync(rows.Of(meter.Flows.DrainClosed()), cancellation).GetAwaiter().GetResult();
    }

    /// <summary>A file of none of the formats is an error; of one that is damaged what comes before counts.</summary>
    private int Report(string file, long offset, string message, bool isNone)
    {
        if (isNone)
            return Complain(terminal, $"{file}: {message}");
        terminal.Errors.WriteLine($"flowlog: {file}: {message} at byte {offset}; what comes before it counts");
        return request.Strict ? ExitCode.Failed : ExitCode.Done;
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

    private static bool IsClosedPipe(IOException fault) => fault.Message.Contains("Broken pipe", StringComparison.Ordinal);

    private static int Complain(Terminal terminal, string message)
    {
        terminal.Errors.WriteLine($"flowlog: {message}");
        return ExitCode.Failed;
    }
}
