using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>
/// Walks through the rows of one chunk that match, some thousand rows at a step, in buffers that are used again for every step and
/// every chunk. What it gives is valid until the next step. For one thread at a time.
/// </summary>
/// <exception cref="ChunkFormatException">From any member: bytes that no encoder wrote.</exception>
public sealed class ChunkScan(ScanPlan plan) : IDisposable
{
    /// <summary>Rows of a step: some columns of that many numbers stay in a processor's nearest memory.</summary>
    public const int StepRows = 8 * ChunkReader.BlockRows;

    internal const int StepWords = StepRows / Bitmap.WordBits;

    private readonly ulong[] _bits = new ulong[StepWords];
    private readonly int[] _places = new int[StepRows];
    private readonly long[]?[] _numbers = new long[]?[FlowFields.LargestId + 1];
    private readonly int[]?[] _codes = new int[]?[FlowFields.LargestId + 1];

    /// <summary>The step for which a field's buffer was filled last.</summary>
    private readonly long[] _filled = new long[FlowFields.LargestId + 1];

    private ChunkReader? _reader;
    private RowFilter _filter = RowFilter.None;
    private int _start;
    private int _next;
    private long _step;
    private long _placed;

    /// <summary>Rows of this step that match.</summary>
    public int Count { get; private set; }

    /// <summary>Columns of the chunk that were opened so far.</summary>
    public int OpenedColumns => _reader?.OpenedColumns ?? 0;

    /// <summary>The addresses that codes of address columns refer to; code -1 is <see cref="IpAddress.None"/>.</summary>
    public AddressList Addresses => Reader.Addresses;

    /// <summary>Numbers in the chunk of the rows that match, ascending.</summary>
    public ReadOnlySpan<int> Rows
    {
        get
        {
            var places = Places();
            if (_filled[0] != _step)
            {
                _codes[0] ??= new int[StepRows];
                for (var i = 0; i < Count; i++)
                    _codes[0]![i] = _start + places[i];
                _filled[0] = _step;
            }

            return _codes[0].AsSpan(0, Count);
        }
    }

    internal ChunkReader Reader => _reader ?? throw new InvalidOperationException("No chunk is open.");

    /// <summary>Takes up a chunk.</summary>
    /// <returns>False if none of its rows can match; then there is no step.</returns>
    public bool Open(Chunk chunk) => Open(new ChunkReader(chunk));

    /// <summary>Takes up a chunk, and disposes of its reader when the next one is taken up.</summary>
    /// <returns>False if none of its rows can match; then there is no step.</returns>
    public bool Open(ChunkReader reader)
    {
        _reader?.Dispose();
        _reader = reader;
        (_next, Count) = (0, 0);
        _filter = plan.Clause.Bind(_reader);
        return _filter.Verdict != Match.None;
    }

    /// <summary>Goes to the next rows that match.</summary>
    /// <returns>False if there are none.</returns>
    public bool Next(CancellationToken cancellation)
    {
        while (_filter.Verdict != Match.None && _next < Reader.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            _start = _next;
            _next = Math.Min(_start + StepRows, Reader.Rows);
            _step++;
            var bits = _bits.AsSpan(0, Bitmap.Words(_next - _start));
            if (_filter.Verdict == Match.All)
            {
                Count = _next - _start;
                return true;
            }

            Bitmap.Fill(bits, _next - _start);
            _filter.Narrow(_start, bits);
            Count = Bitmap.Count(bits);
            if (Count > 0)
                return true;
        }

        Count = 0;
        return false;
    }

    /// <summary>A column of kind number or name: one number a row that matches.</summary>
    public ReadOnlySpan<long> Numbers(FlowField field) => NumberBuffer(field).AsSpan(0, Count);

    /// <summary>The same as the buffer that it lies in.</summary>
    internal long[] NumberBuffer(FlowField field)
    {
        var numbers = _numbers[field.Id] ??= new long[StepRows];
        if (_filled[field.Id] != _step)
        {
            Fill(field, numbers);
            _filled[field.Id] = _step;
        }

        return numbers;
    }

    /// <summary>A column of texts or addresses: one code a row that matches.</summary>
    public ReadOnlySpan<int> Codes(FlowField field)
    {
        var codes = _codes[field.Id] ??= new int[StepRows];
        if (_filled[field.Id] != _step)
        {
            var numbers = (_numbers[0] ??= new long[StepRows]).AsSpan(0, Count);
            Fill(field, numbers);
            Reader.ToCodes(field, numbers, codes);
            _filled[field.Id] = _step;
        }

        return codes.AsSpan(0, Count);
    }

    /// <summary>The texts that a text column's codes refer to.</summary>
    public IReadOnlyList<string> Texts(FlowField field) => Reader.Texts(field);

    public void Dispose() => _reader?.Dispose();

    /// <summary>What the chunk that is open counts as.</summary>
    /// <param name="canMatch">What <see cref="Open(ChunkReader)"/> said.</param>
    /// <param name="bytes">Of all its columns, if that is known.</param>
    public ScanCounts Counts(bool canMatch, long bytes, long matches)
    {
        if (!canMatch)
            return new(0, 1, 0, Reader.Rows, 0, bytes, 0);
        var read = Reader.BytesOf(plan.Columns);
        return new(1, 0, Reader.Rows, 0, read, Math.Max(0, bytes - read), matches);
    }

    private void Fill(FlowField field, Span<long> numbers)
    {
        var integers = Reader.Integers(field);
        if (Count == _next - _start)
            integers.Read(_start, numbers[..Count]);
        else
            integers.Pick(_start, Places(), numbers);
    }

    private ReadOnlySpan<int> Places()
    {
        if (_filter.Verdict == Match.All)
            Bitmap.Fill(_bits, Count);
        if (_placed != _step)
            Bitmap.Places(_bits.AsSpan(0, Bitmap.Words(_next - _start)), _places);
        _placed = _step;
        return _places.AsSpan(0, Count);
    }
}
