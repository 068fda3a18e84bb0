using FlowLog.Chunks;
using FlowLog.Cli.Output;
using FlowLog.Cli.Packed;
using FlowLog.Cli.Records;
using FlowLog.Files;
using FlowLog.Query;
using FlowLog.Scan;
using Microsoft.Win32.SafeHandles;

namespace FlowLog.Cli.Queries;

/// <summary>
/// A file of chunks as a table. Of one that can be read at any place a chunk is read when a query first needs it, and those that the
/// directory's ranges rule out are not; others are read to their end first. Chunks stay in memory, opened, for the runs that follow, as far
/// as half of the memory goes; those that do not are read again.
/// </summary>
internal sealed class ChunkFileTable : IFlowTable, IDisposable
{
    /// <summary>An opened chunk takes about so many times its bytes.</summary>
    private const int OpenedSize = 2;

    private readonly string _file;
    private readonly SafeFileHandle? _handle;
    private readonly ReadingProgress _progress;
    private readonly IReadOnlyList<FileChunk> _chunks;
    private readonly long _length;
    private readonly long _mostKept = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (2 * OpenedSize);
    private readonly Lock _gate = new();
    private (long Bytes, long Rows) _read;

    private ChunkFileTable(string file, SafeFileHandle? handle, ReadingProgress progress, IReadOnlyList<FileChunk> chunks)
    {
        (_file, _handle, _progress, _chunks) = (file, handle, progress, chunks);
        _length = chunks.Sum(chunk => (long)chunk.Entry.Length);
    }

    /// <summary>Whether the file is damaged, so that the table has only what comes before the damage.</summary>
    public bool IsCut { get; private init; }

    public AddressBook Addresses { get; } = new();

    /// <exception cref="Failure">There is no such file, or it is none of chunks.</exception>
    public static async Task<ChunkFileTable> OpenAsync(string file, Terminal terminal, CancellationToken cancellation)
    {
        var progress = new ReadingProgress(terminal, terminal.Time);
        await using var stream = FileStreams.Open(file, terminal);
        if (!ChunkFile.Is(stream.Peek(PrintRecords.HeadBytes).Span))
            throw new Failure($"{file}: is no file of chunks; flowlog pack makes one of captures, flow logs and texts");
        try
        {
            if (stream.CanSeek && file != "-")
            {
                var index = await ChunkFileIndex.OpenAsync(stream, cancellation);
                return new(file, File.OpenHandle(file), progress, [.. index.Chunks.Select(entry => new FileChunk(entry))]);
            }
        }
        catch (ChunkFormatException)
        {
            // In gzip, or damaged: read from front to back it says what it is, and where.
            stream.Seek(0, SeekOrigin.Begin);
        }

        var (chunks, isCut) = await ReadAsync(file, stream, terminal, progress, cancellation);
        return new(file, null, progress, chunks) { IsCut = isCut };
    }

    public async IAsyncEnumerable<ChunkSource> ChunksAsync(
        ScanPlan plan, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var chunk in _chunks)
            yield return new(chunk.Entry.Statistics, (_, stop) => LoadAsync(chunk, stop)) { Bytes = chunk.Entry.Length };
    }

    /// <summary>Takes the line of the first reading away.</summary>
    public void EndProgress() => _progress.End();

    public void Dispose() => _handle?.Dispose();

    private static async Task<(IReadOnlyList<FileChunk> Chunks, bool IsCut)> ReadAsync(
        string file, BlockingStream stream, Terminal terminal, ReadingProgress progress, CancellationToken cancellation)
    {
        var (reader, chunks, rows) = (new ChunkFileReader(stream), new List<FileChunk>(), 0L);
        try
        {
            while (await reader.ReadAsync(cancellation) is { } chunk)
            {
                chunks.Add(new(new(reader.Offset, reader.Length, ChunkStatistics.Of(chunk))) { Reader = new(chunk, isShared: true) });
                rows += chunk.Rows;
                progress.Show(file, stream.CanSeek ? stream.Position : 0, stream.CanSeek ? stream.Length : 0, rows, "records");
            }

            return (chunks, false);
        }
        catch (ChunkFormatException damage)
        {
            progress.End();
            return PackedDamage.Report(terminal, file, reader, damage, isStrict: false) == ExitCode.Done
                ? (chunks, true)
                : throw new Failure($"{file}: nothing of it can be read");
        }
    }

    private async ValueTask<ChunkReader> LoadAsync(FileChunk chunk, CancellationToken cancellation)
    {
        if (chunk.Reader is { } opened)
            return opened;
        var bytes = GC.AllocateUninitializedArray<byte>(chunk.Entry.Length);
        var read = 0;
        while (read < bytes.Length)
        {
            var count = await RandomAccess.ReadAsync(_handle!, bytes.AsMemory(read), chunk.Entry.Offset + read, cancellation);
            read += count > 0 ? count : throw new ChunkFormatException(ChunkFormatException.Header, chunk.Entry.Offset, "the file ends within a chunk");
        }

        return Opened(chunk, ChunkFileIndex.ChunkOf(chunk.Entry, bytes));
    }

    private ChunkReader Opened(FileChunk chunk, Chunk read)
    {
        lock (_gate)
        {
            var isKept = _read.Bytes + chunk.Entry.Length <= _mostKept;
            _read = (_read.Bytes + chunk.Entry.Length, _read.Rows + chunk.Entry.Statistics.Rows);
            _progress.Show(_file, Math.Min(_read.Bytes, _length), _length, _read.Rows, "records");
            var reader = new ChunkReader(read, isShared: isKept);
            if (isKept)
                chunk.Reader = reader;
            return reader;
        }
    }

    /// <summary>A chunk, and how it was opened when it has been.</summary>
    private sealed class FileChunk(DirectoryEntry entry)
    {
        public DirectoryEntry Entry => entry;

        public ChunkReader? Reader { get; set; }
    }
}
