using System.IO.Compression;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Export;

/// <summary>One export on its way to a file. Its records are counted as they pass, also of what is compressed, which is checked that way.</summary>
internal sealed class RecordExport(ServiceClient service, ServiceRequest request, ExportProgress progress)
{
    private const int BufferBytes = 128 * 1024;

    private string? _completeness;

    public required bool IsCsv { get; init; }

    public required bool IsGzip { get; init; }

    /// <summary>What was written, and what it lacks.</summary>
    public string Notes => _completeness is null ? progress.Total : $"{progress.Total}\n{_completeness}";

    /// <exception cref="Failure">The answer broke off: what was written is not whole.</exception>
    /// <exception cref="ServiceRefusal">There is nothing to export.</exception>
    public async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        using var response = await service.OpenAsync(request, cancellation);
        if (response.Headers.TryGetValues("X-Completeness", out var values))
            _completeness = Completeness.Note(string.Join(", ", values));
        await using var body = new AnswerStream(await response.Content.ReadAsStreamAsync(cancellation), service.Access.Url);
        await using var copied = new CopyingStream(body, output);
        try
        {
            await CountAsync(copied, cancellation);
        }
        catch (InvalidDataException fault)
        {
            throw new Failure($"{service.Access.Url}: its answer is damaged: {fault.Message}", ExitCode.Unavailable);
        }
        finally
        {
            progress.End();
        }
    }

    private async Task CountAsync(CopyingStream copied, CancellationToken cancellation)
    {
        var lines = new LineCount(IsCsv);
        await using var plain = IsGzip ? new GZipStream(copied, CompressionMode.Decompress, leaveOpen: true) : (Stream)copied;
        var (buffer, bytes) = (new byte[BufferBytes], 0L);
        while (await plain.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            bytes += count;
            lines.Add(buffer.AsSpan(0, count));
            progress.Show(copied.Bytes, lines.Count);
        }

        while (await copied.ReadAsync(buffer, cancellation) > 0)
            continue;
        // .NET takes the end of the compressed bytes for the end of the text. The service writes one member, which ends with the text's length.
        if (IsGzip && (copied.Bytes < sizeof(uint) || copied.LastWord != (uint)bytes))
            throw new InvalidDataException("its compressed text has no end");
        progress.Show(copied.Bytes, lines.Count);
    }
}
