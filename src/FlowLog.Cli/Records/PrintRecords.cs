using FlowLog.Cli.Output;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Reads captures, counts their packets to flows, judges those, and prints them.</summary>
internal sealed class PrintRecords(RecordsRequest request, Terminal terminal, FlowMeter meter, FlowRows rows, IRowSink sink)
{
    /// <summary>Flows that were closed early are printed when there are so many.</summary>
    private const int WaitingFlows = 65_536;

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
            var length = stream.CanSeek ? stream.Length : 0;
            meter.Added = () =>
            {
                PrintEarly(cancellation);
                progress.Show(file, length > 0 ? stream.Position : 0, length, meter.Counts.Frames);
            };
            if (await meter.ReadAsync(stream, request.Threads, cancellation) is { } damage)
                code = Math.Max(code, Report(file, damage));
        }

        progress.End();
        await sink.PrintAsync(rows.Of(meter.Flows.Drain()), cancellation);
        await sink.EndAsync(cancellation);
        return code;
    }

    private void PrintEarly(CancellationToken cancellation)
    {
        if (meter.Flows.WaitingFlows >= WaitingFlows)
            sink.PrintAsync(rows.Of(meter.Flows.DrainClosedEarly()), cancellation).GetAwaiter().GetResult();
    }

    /// <summary>A file that is no capture at all is an error; of one that is damaged the packets before count.</summary>
    private int Report(string file, CaptureDamage damage)
    {
        if (damage.Reason is CaptureDamageReason.NotACapture or CaptureDamageReason.Empty or CaptureDamageReason.UnknownVersion)
            return Complain(terminal, $"{file}: {damage.Message} ({damage.Reason})");
        terminal.Errors.WriteLine($"flowlog: {file}: {damage.Message} at byte {damage.Offset} ({damage.Reason}); what comes before it counts");
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
