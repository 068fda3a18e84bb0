using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Imports.Records;

namespace FlowLog.Files.Packing;

/// <summary>
/// Puts records, in whatever order they come, into the chunks of a file. Rows are held until there are <see cref="PackSettings.MaxRows"/>
/// or no more come, and are then written hour by hour. An hour whose rows do not come within one such lot is written in parts.
/// </summary>
/// <remarks><c>if (Add(row)) await WriteAsync(token);</c> for each row, and <see cref="WriteAsync"/> once more at the end.</remarks>
public sealed class RowPacker(ChunkFileWriter writer, PackSettings settings)
{
    /// <summary>Chunks that are being encoded or wait to be written. What is learnt of a chunk's size counts so many chunks later.</summary>
    private const int Ahead = 4;

    private readonly SemaphoreSlim _threads = new(Math.Max(1, settings.Threads));
    private readonly Queue<Task<IReadOnlyList<Chunk>>> _pending = new();
    private readonly MergedSize _size = new();
    private readonly RecordRow _row = new();
    private HeldRows _rows = new();

    public ColumnSizes Sizes { get; } = new();

    /// <returns>True if the rows that are held have to be written.</returns>
    public bool Add(RecordRow row)
    {
        _rows.Add(row);
        return _rows.Count >= settings.MaxRows;
    }

    /// <summary>A row of a chunk, with all its fields.</summary>
    /// <returns>True if the rows that are held have to be written.</returns>
    public bool Add(FlowColumns rows, int row)
    {
        _row.Clear();
        foreach (var field in FlowFields.All)
        {
            if (!rows.Has(field))
                continue;
            if (field.Kind == FieldKind.Text)
                _row.Set(field, rows.Texts(field)[row]);
            else if (field.Kind == FieldKind.Address)
                _row.Set(field, rows.Addresses(field)[row]);
            else
                _row.Set(field, rows.Numbers(field)[row]);
        }

        return Add(_row);
    }

    /// <summary>Writes all rows that are held.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        var places = RowPlaces.Of(_rows);
        var groups = settings.As == PackedAs.Ingested ? places.Windows(settings.WindowSeconds) : places.Hours();
        foreach (var group in groups)
        {
            for (var rest = group; rest.Count > 0;)
            {
                if (_pending.Count == Ahead || (_pending.Count > 0 && _size.IsGuess))
                    await WriteNextAsync(cancellationToken);
                var part = rest[..(settings.As == PackedAs.Ingested ? rest.Count : _size.Take(rest.Count))];
                rest = rest[part.Count..];
                _pending.Enqueue(EncodeAsync(places, part, cancellationToken));
            }
        }

        while (_pending.Count > 0)
            await WriteNextAsync(cancellationToken);
        _rows = new();
    }

    private async ValueTask WriteNextAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in await _pending.Dequeue())
        {
            await writer.AddAsync(chunk, cancellationToken);
            Sizes.Add(chunk);
            _size.Learn(chunk);
        }
    }

    private Task<IReadOnlyList<Chunk>> EncodeAsync(RowPlaces places, ArraySegment<int> part, CancellationToken cancellationToken)
    {
        Func<IReadOnlyList<Chunk>> encode = () => settings.As == PackedAs.Ingested ? Batches(places.Pick(part)) : [.. Merged(places.Pick(part))];
        return settings.Threads > 1 ? RunAsync(encode, cancellationToken) : Task.FromResult(encode());
    }

    private async Task<IReadOnlyList<Chunk>> RunAsync(Func<IReadOnlyList<Chunk>> encode, CancellationToken cancellationToken)
    {
        await _threads.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(encode, cancellationToken);
        }
        finally
        {
            _threads.Release();
        }
    }

    private static IReadOnlyList<Chunk> Batches(FlowColumns rows) =>
    [
        .. BatchSplitter.Split(
            "pack", rows.Texts(FlowFields.AccountId)[0], rows.Texts(FlowFields.Region)[0], rows.Texts(FlowFields.EniId)[0], [], rows)
            .Select(batch => batch.Chunk),
    ];

    /// <summary>One chunk; two halves where it became larger than the ones before let expect.</summary>
    private static IEnumerable<Chunk> Merged(FlowColumns rows)
    {
        var chunk = ChunkEncoder.Encode(rows);
        if (chunk.Size <= MergedSize.MaxBytes || rows.Count == 1)
            return [chunk];
        var half = rows.Count / 2;
        return Merged(rows.Pick([.. Enumerable.Range(0, half)])).Concat(Merged(rows.Pick([.. Enumerable.Range(half, rows.Count - half)])));
    }
}
