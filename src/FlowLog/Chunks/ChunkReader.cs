using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// One chunk, read by the block: numbers as they are, texts and addresses as codes into tables. A column is opened, and its
/// checksum checked, when it is first asked for; a column that the chunk does not have reads as zeros, empty texts or addresses of
/// code -1. For one thread at a time, unless it is shared.
/// </summary>
/// <exception cref="ChunkFormatException">From any member: bytes that no encoder wrote.</exception>
public sealed class ChunkReader : IDisposable
{
    /// <summary>Rows of the smallest part that is read at once. Reading starts at a multiple of it.</summary>
    public const int BlockRows = Blocks.Length;

    private const int NoAddress = -1;

    private readonly Chunk _chunk;
    private readonly bool _isShared;
    private readonly Lock _opening = new();
    private readonly EncodedIntegers?[] _integers = new EncodedIntegers?[FlowFields.LargestId + 1];
    private readonly string[]?[] _texts = new string[]?[FlowFields.LargestId + 1];
    private readonly ColumnRange[] _ranges = new ColumnRange[FlowFields.LargestId + 1];
    private AddressList? _addresses;
    private NumberedAddresses? _numbered;

    /// <param name="isShared">
    /// Whether it outlives who asks for it, as in a cache: any number of threads may read it, what was opened stays open, and it is left
    /// to the garbage collector.
    /// </param>
    public ChunkReader(Chunk chunk, bool isShared = false)
    {
        if (chunk.Rows is < 0 or > ChunkLimits.MaxRows)
            throw new ChunkFormatException(ChunkFormatException.Header, 0, $"{chunk.Rows} rows; at most {ChunkLimits.MaxRows} can be").Of(chunk.Name);
        (_chunk, _isShared) = (chunk, isShared);
    }

    public int Rows => _chunk.Rows;

    /// <summary>Columns that were opened so far, tables of addresses included.</summary>
    public int OpenedColumns { get; private set; }

    /// <summary>The addresses that codes of address columns refer to; empty if the chunk has none. Valid until the reader is disposed.</summary>
    public AddressList Addresses => _addresses ?? OpenAddresses();

    /// <summary>Whether the chunk has the column; if not, all rows are zero or empty.</summary>
    public bool Has(FlowField field) => Has(field.Id);

    /// <summary>The texts that codes of a text column refer to, ascending.</summary>
    public IReadOnlyList<string> Texts(FlowField field)
    {
        Integers(field);
        return _texts[field.Id] ??= [""];
    }

    /// <summary>Numbers, or codes, of rows from a place on.</summary>
    /// <param name="start">A multiple of <see cref="BlockRows"/>.</param>
    /// <param name="values">As many as whole blocks have, or as are left.</param>
    public void Numbers(FlowField field, int start, Span<long> values)
    {
        RequireBlocks(start, values.Length);
        Integers(field).Read(start, values);
    }

    /// <summary>Codes of rows from a place on, each within its table.</summary>
    /// <inheritdoc cref="Numbers"/>
    public void Codes(FlowField field, int start, Span<int> codes)
    {
        RequireBlocks(start, codes.Length);
        var integers = Integers(field);
        Span<long> block = stackalloc long[BlockRows];
        for (; !codes.IsEmpty; start += block.Length, codes = codes[block.Length..])
        {
            block = block[..Math.Min(block.Length, codes.Length)];
            integers.Read(start, block);
            ToCodes(field, block, codes);
        }
    }

    /// <summary>Gives its memory back; nothing of it is to be used any more. Does nothing to one that is shared.</summary>
    public void Dispose()
    {
        if (_isShared)
            return;
        _addresses?.Dispose();
        _addresses = null;
    }

    /// <summary>A reader of the same chunk that has more columns; what this one, which is shared, has opened is open there too.</summary>
    public ChunkReader With(IReadOnlyDictionary<int, ReadOnlyMemory<byte>> more)
    {
        var columns = new Dictionary<int, ReadOnlyMemory<byte>>(_chunk.Columns);
        foreach (var (id, bytes) in more)
            columns.TryAdd(id, bytes);
        var wider = new ChunkReader(_chunk with { Columns = columns }, isShared: true);
        lock (_opening)
        {
            // What is open because it is not here is left out: it may be there.
            foreach (var id in _chunk.Columns.Keys.Where(id => id < _integers.Length))
                (wider._integers[id], wider._texts[id], wider._ranges[id]) = (_integers[id], _texts[id], _ranges[id]);
            (wider._addresses, wider._numbered) = Has(ChunkLimits.AddressesId) ? (_addresses, _numbered) : (null, null);
            wider.OpenedColumns = OpenedColumns;
        }

        return wider;
    }

    /// <summary>A column's integers: numbers, or codes.</summary>
    internal EncodedIntegers Integers(FlowField field) => _integers[field.Id] ?? OpenIntegers(field);

    /// <summary>The numbers of the chunk's addresses in a book, by code; remembered by a reader that is shared.</summary>
    internal int[] NumbersIn(AddressBook book)
    {
        var numbered = _numbered;
        if (numbered?.Book != book)
            _numbered = numbered = new(book, book.NumbersOf(Addresses));
        return numbered.Numbers;
    }

    /// <summary>Encoded bytes of those columns of these numbers that the chunk has.</summary>
    internal long BytesOf(IEnumerable<int> columns) =>
        columns.Sum(id => _chunk.Columns.TryGetValue(id, out var bytes) ? (long)bytes.Length : 0);

    /// <summary>Bounds of a column of kind number or name, from its first bytes.</summary>
    internal ColumnRange Range(FlowField field)
    {
        if (!Has(field))
            return default;
        Integers(field);
        return _ranges[field.Id];
    }

    /// <summary>Checks that codes are within the column's table.</summary>
    internal void ToCodes(FlowField field, ReadOnlySpan<long> integers, Span<int> codes)
    {
        var size = field.Kind == FieldKind.Text ? Texts(field).Count : Addresses.Count;
        var least = field.Kind == FieldKind.Address && !Has(field) ? NoAddress : 0;
        if (!Narrowing.TryCodes(integers, codes, least, Math.Max(size, least + 1)))
            throw new ChunkFormatException(field.Id, 0, $"a code that a table of {size} does not have").Of(_chunk.Name);
    }

    private bool Has(int columnId) => _chunk.Columns.ContainsKey(columnId);

    private void RequireBlocks(int start, int count)
    {
        if (start % BlockRows != 0 || (uint)start > (uint)Rows || count > Rows - start || (count % BlockRows != 0 && start + count != Rows))
            throw new ArgumentException($"Rows {start} to {start + count} of {Rows} are not whole blocks.", nameof(start));
    }

    private EncodedIntegers OpenIntegers(FlowField field)
    {
        lock (_opening)
        {
            return _integers[field.Id] ??= Named(() => field.Kind switch
            {
                _ when !Has(field) => new ConstantIntegers(Rows, field.Kind == FieldKind.Address ? NoAddress : 0),
                FieldKind.Text => OpenTexts(field),
                FieldKind.Address => OpenCodes(field),
                _ => OpenNumbers(field.Id),
            });
        }
    }

    /// <summary>Damage that is found says of which chunk it is.</summary>
    private T Named<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (ChunkFormatException damage)
        {
            damage.Of(_chunk.Name);
            throw;
        }
    }

    private ByteReader Open(int columnId, out ColumnEncoding encoding)
    {
        OpenedColumns++;
        return EncodedColumn.Open(_chunk, columnId, out encoding);
    }

    private EncodedIntegers OpenNumbers(int columnId, bool mayBeRelative = true)
    {
        var reader = Open(columnId, out var encoding);
        var head = reader;
        if (columnId < _ranges.Length)
            _ranges[columnId] = NumberColumn.ReadRange(ref head, encoding);
        var integers = encoding == ColumnEncoding.Relative && mayBeRelative
            ? OpenRelative(ref reader, columnId)
            : NumberColumn.Open(ref reader, encoding, Rows);
        reader.End();
        return integers;
    }

    /// <summary>A column that another refers to refers to none itself, so one more column is all that is opened.</summary>
    private RelativeIntegers OpenRelative(ref ByteReader reader, int columnId)
    {
        NumberColumn.ReadRange(ref reader, ColumnEncoding.Relative);
        int reference = reader.Byte();
        if (reference == columnId || !Has(reference))
            throw reader.Corrupt($"relative to column {reference}, which it cannot be");
        if (!IsNumbers(reference))
            return new(OpenNumbers(reference, mayBeRelative: false), IntegerStream.Open(ref reader, Rows));
        if (_integers[reference] is null or RelativeIntegers)
            _integers[reference] = OpenNumbers(reference, mayBeRelative: false);
        return new(_integers[reference]!, IntegerStream.Open(ref reader, Rows));
    }

    private static bool IsNumbers(int columnId) => FlowFields.All.Any(field => field.Id == columnId && field.Kind is FieldKind.Number or FieldKind.Name);

    private EncodedIntegers OpenTexts(FlowField field)
    {
        var reader = Open(field.Id, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.Texts);
        _texts[field.Id] = Encodings.Texts.Table(ref reader, Rows);
        var codes = _texts[field.Id] is [_] ? new ConstantIntegers(Rows, 0) : IntegerStream.Open(ref reader, Rows, Nesting.Codes);
        reader.End();
        return codes;
    }

    private EncodedIntegers OpenCodes(FlowField field)
    {
        if (!Has(ChunkLimits.AddressesId))
            throw new ChunkFormatException(ChunkLimits.AddressesId, 0, "the addresses are missing");
        var reader = Open(field.Id, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.AddressCodes);
        var codes = IntegerStream.Open(ref reader, Rows);
        reader.End();
        return codes;
    }

    private AddressList OpenAddresses()
    {
        lock (_opening)
            return _addresses ??= Has(ChunkLimits.AddressesId) ? Named(ReadAddresses) : new(0, 0);
    }

    private AddressList ReadAddresses()
    {
        var reader = Open(ChunkLimits.AddressesId, out var encoding);
        Expect(ref reader, encoding, ColumnEncoding.Addresses);
        var addresses = Encodings.Addresses.Read(ref reader, Rows);
        if (reader.Remaining != 0)
            addresses.Dispose();
        reader.End();
        return addresses;
    }

    private static void Expect(ref ByteReader reader, ColumnEncoding encoding, ColumnEncoding expected)
    {
        if (encoding != expected)
            throw reader.Corrupt($"encoding {(byte)encoding} where {(byte)expected} belongs; it may be a newer format's");
    }

    private sealed record NumberedAddresses(AddressBook Book, int[] Numbers);
}
