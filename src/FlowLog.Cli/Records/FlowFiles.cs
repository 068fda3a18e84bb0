using FlowLog.Cli.Output;
using FlowLog.Imports;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Reads captures and foreign flow logs, adds them up to flows, judges those, and gives them to a sink.</summary>
internal sealed class FlowFiles(RecordsRequest request, Terminal terminal, FlowMeter meter, FlowRows rows, IRowSink sink)
{
    /// <summary>Flows that were closed early are given away when there are so many.</summary>
    private const int WaitingFlows = 65_536;

    private readonly ImportedFlows _imports = new(request.Window);

    /// <summary>Whether a file was of none of the formats.</summary>
    public bool HasUnread { get; private set; }

    /// <returns>The exit code.</returns>
    public async Task<int> ReadCaptureAsync(string file, Stream stream, ReadingProgress progress, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        meter.Added = () =>
        {
            GiveEarly(cancellation);
            progress.Show(file, length > 0 ? stream.Position : 0, length, meter.Counts.Frames);
        };
        if (await meter.ReadAsync(stream, request.Threads, cancellation) is not { } damage)
            return ExitCode.Done;
        var isNone = damage.Reason is CaptureDamageReason.NotACapture or CaptureDamageReason.Empty or CaptureDamageReason.UnknownVersion;
        return Report(file, damage.Offset, $"{damage.Message} ({damage.Reason})", isNone);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> ReadFlowLogAsync(string file, Stream stream, ReadingProgress progress, CancellationToken cancellation)
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
            progress.Show(file, length > 0 ? stream.Position : 0, length, reader.Tuples, "tuples");
        }

        foreach (var (problem, count) in reader.Skipped)
            terminal.Errors.WriteLine($"flowlog: {file}: {count} tuples or lines were left out ({problem})");
        return reader.Damage is { } damage ? Report(file, damage.Offset, $"{damage.Message} ({damage.Reason})", isNone: false) : ExitCode.Done;
    }

    /// <summary>Gives the flows that are still open.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await sink.PrintAsync(rows.Of(meter.Flows.Drain()), cancellation);
        await sink.PrintAsync(rows.Of(_imports.Drain()), cancellation);
        await sink.EndAsync(cancellation);
    }

    private void GiveEarly(CancellationToken cancellation)
    {
        if (meter.Flows.WaitingFlows >= WaitingFlows)
            sink.PrintAsync(rows.Of(meter.Flows.DrainClosed()), cancellation).GetAwaiter().GetResult();
    }

    /// <summary>A file of none of the formats is an error; of one that is damaged what comes before counts.</summary>
    private int Report(string file, long offset, string message, bool isNone)
    {
        HasUnread |= isNone;
        if (isNone)
            return CommandRun.Complain(terminal, $"{file}: {message}");
        terminal.Errors.WriteLine($"flowlog: {file}: {message} at byte {offset}; what comes before it counts");
        return request.Strict ? ExitCode.Failed : ExitCode.Done;
    }
}
