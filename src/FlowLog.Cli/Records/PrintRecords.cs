using FlowLog.Cli.Output;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Reads captures, counts their packets to flows, judges those, and prints them.</summary>
internal sealed class PrintRecords(RecordsRequest request, FlowMeter meter, FlowRows rows, IRowSink sink)
{
    /// <summary>Flows that were closed early are printed when there are so many.</summary>
    private const int WaitingFlows = 65_536;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RecordsRequest request, CancellationToken cancellation)
    {
        try
        {
            await using var output = Console.OpenStandardOutput();
            var rows = FlowRows.Of(request);
            var meter = new FlowMeter(new(request.Window, request.InsideTunnels, request.Icmp, request.MaxFlows), RandomSeed.Next());
            return await new PrintRecords(request, meter, rows, SinkOf(request, meter, rows, output)).RunAsync(cancellation);
        }
        catch (Failure failure)
        {
            return Complain(failure.Message);
        }
        catch (IOException fault)
        {
            // Who reads what is printed may stop when there is enough.
            return IsClosedPipe(fault) ? ExitCode.Done : Complain(fault.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        foreach (var file in request.Files)
        {
            await using var stream = FileStreams.Open(file);
            meter.Added = () => PrintEarly(cancellation);
            if (await meter.ReadAsync(stream, request.Threads, cancellation) is { } damage)
                code = Math.Max(code, Report(file, damage));
        }

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
            return Complain($"{file}: {damage.Message} ({damage.Reason})");
        Console.Error.WriteLine($"flowlog: {file}: {damage.Message} at byte {damage.Offset} ({damage.Reason}); what comes before it counts");
        return request.Strict ? ExitCode.Failed : ExitCode.Done;
    }

    private static IRowSink SinkOf(RecordsRequest request, FlowMeter meter, FlowRows rows, Stream output)
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

    private static int Complain(string message)
    {
        Console.Error.WriteLine($"flowlog: {message}");
        return ExitCode.Failed;
    }
}
