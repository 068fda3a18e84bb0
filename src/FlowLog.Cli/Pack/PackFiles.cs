using FlowLog.Chunks;
using FlowLog.Cli.Output;
using FlowLog.Cli.Packed;
using FlowLog.Cli.Records;
using FlowLog.Files;
using FlowLog.Files.Packing;
using FlowLog.Flows;
using FlowLog.Imports;
using FlowLog.Imports.Records;
using FlowLog.Packets;

namespace FlowLog.Cli.Pack;

/// <summary>Puts the records of captures, foreign flow logs, texts and files of chunks into one file of chunks.</summary>
internal sealed class PackFiles(PackRequest request, Terminal terminal, RowPacker packer, FlowFiles flows)
{
    private readonly ReadingProgress _progress = new(terminal, TimeProvider.System);

    // A file of which nothing can be read: then nothing is written.
    private bool _hasUnread;

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(PackRequest request, Terminal terminal, CancellationToken cancellation) =>
        CommandRun.GuardAsync(terminal, async () =>
        {
            var rows = FlowRows.Of(request.Flows);
            await using var output = OutputFile.Create(request.Output, request.Force);
            var writer = new ChunkFileWriter(output.Stream);
            var packer = new RowPacker(writer, request.Settings);
            var (window, flow) = (request.Flows.Window, request.Flows);
            var meter = new FlowMeter(new(window, flow.InsideTunnels, flow.Icmp, flow.MaxFlows), RandomSeed.Next());
            var flows = new FlowFiles(flow, terminal, meter, rows, new PackedSink(packer, request.EniId));
            var files = new PackFiles(request, terminal, packer, flows);
            var code = await files.ReadAsync(cancellation);
            if (files._hasUnread || flows.HasUnread)
                return ExitCode.Failed;
            await writer.EndAsync(cancellation);
            await output.CommitAsync(cancellation);
            if (request.Stats)
                await SizesPrinter.PrintAsync(terminal.Output, OutputFormat.Table, packer.Sizes, writer.Length, cancellation);
            return code;
        });

    private async Task<int> ReadAsync(CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        foreach (var file in request.Flows.Files)
        {
            await using var stream = FileStreams.Open(file, terminal);
            code = Math.Max(code, await ReadAsync(file, stream, cancellation));
        }

        await flows.EndAsync(cancellation);
        await packer.WriteAsync(cancellation);
        _progress.End();
        return code;
    }

    private Task<int> ReadAsync(string file, BlockingStream stream, CancellationToken cancellation)
    {
        var head = stream.Peek(PrintRecords.HeadBytes).Span;
        if (ChunkFile.Is(head))
            return ReadChunksAsync(file, stream, cancellation);
        if (FlowImportReader.Detect(head) is ImportFormat.VNetFlowLog or ImportFormat.NsgFlowLog)
            return flows.ReadFlowLogAsync(file, stream, _progress, cancellation);
        return RecordReader.Detect(head) != RecordFormat.None
            ? ReadTextAsync(file, stream, cancellation)
            : flows.ReadCaptureAsync(file, stream, _progress, cancellation);
    }

    private async Task<int> ReadTextAsync(string file, BlockingStream stream, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        var reader = await RecordReader.OpenAsync(stream, cancellation);
        var position = -1L;
        while (await reader.ReadAsync(cancellation))
        {
            do
            {
                if (request.EniId.Length > 0 && !reader.Row.Has(FlowFields.EniId))
                    reader.Row.Set(FlowFields.EniId, request.EniId);
                if (packer.Add(reader.Row))
                    await packer.WriteAsync(cancellation);
            }
            while (reader.TryRead());
            if (length > 0 && position != (position = stream.Position))
                _progress.Show(file, position, length, reader.Records, "records");
        }

        _progress.End();
        foreach (var problem in reader.Problems)
            terminal.Errors.WriteLine($"flowlog: {file}: line {problem.Line}: {(problem.Column.Length > 0 ? problem.Column + ": " : "")}{problem.Message}; left out");
        if (reader.Damaged > reader.Problems.Count)
            terminal.Errors.WriteLine($"flowlog: {file}: {reader.Damaged - reader.Problems.Count} more lines were left out");
        return reader.Damaged > 0 && request.Flows.Strict ? ExitCode.Failed : ExitCode.Done;
    }

    private async Task<int> ReadChunksAsync(string file, BlockingStream stream, CancellationToken cancellation)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        var reader = new ChunkFileReader(stream);
        var records = 0L;
        try
        {
            while (await reader.ReadAsync(cancellation) is { } chunk)
            {
                var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
                for (var row = 0; row < rows.Count; row++)
                {
                    if (packer.Add(rows, row))
                        await packer.WriteAsync(cancellation);
                }

                records += rows.Count;
                _progress.Show(file, length > 0 ? stream.Position : 0, length, records, "records");
            }

            return ExitCode.Done;
        }
        catch (ChunkFormatException damage)
        {
            _progress.End();
            _hasUnread |= reader.Position == 0;
            return PackedDamage.Report(terminal, file, reader, damage, request.Flows.Strict);
        }
    }
}
