using System.Runtime.InteropServices;
using System.Text;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>The texts and addresses of one chunk in UTF-8, each made when a row first shows it.</summary>
internal sealed unsafe class ChunkTexts : IDisposable
{
    /// <summary>Codes of addresses begin at -1.</summary>
    private const int FirstAddress = 1;

    private readonly Dictionary<int, nint> _tables = [];
    private readonly TextMemory _memory = new();

    /// <summary>Copies a column's codes as places in a table of texts.</summary>
    public CursorText* Fill(ChunkScan scan, FlowField field, Span<long> values)
    {
        var codes = scan.Codes(field);
        var first = field.Kind == FieldKind.Address ? FirstAddress : 0;
        for (var row = 0; row < values.Length; row++)
            values[row] = codes[row] + first;
        return Table(scan, field);
    }

    /// <summary>Makes the text of a place in a column's table.</summary>
    public void Make(ChunkScan scan, FlowField field, int place)
    {
        var table = Table(scan, field);
        table[place] = field.Kind == FieldKind.Address ? Of(scan.Addresses[place - FirstAddress]) : Of(scan.Texts(field)[place]);
    }

    /// <summary>Forgets the chunk.</summary>
    public void Clear()
    {
        foreach (var table in _tables.Values)
            NativeMemory.Free((void*)table);
        _tables.Clear();
        _memory.Clear();
    }

    public void Dispose()
    {
        Clear();
        _memory.Dispose();
    }

    private CursorText* Table(ChunkScan scan, FlowField field)
    {
        var id = field.Kind == FieldKind.Address ? ChunkLimits.AddressesId : field.Id;
        if (!_tables.TryGetValue(id, out var table))
        {
            var count = field.Kind == FieldKind.Address ? scan.Addresses.Count + FirstAddress : scan.Texts(field).Count;
            _tables[id] = table = (nint)NativeMemory.Alloc((nuint)count, (nuint)sizeof(CursorText));
            new Span<CursorText>((void*)table, count).Fill(new() { Length = CursorText.Unmade });
        }

        return (CursorText*)table;
    }

    private CursorText Of(string text)
    {
        if (text is "" or ColumnTest.NoValue)
            return new() { Length = CursorText.NoValue };
        var memory = _memory.Take(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, memory);
        return Of(memory);
    }

    private CursorText Of(IpAddress address)
    {
        Span<byte> text = stackalloc byte[AddressUtf8.MostBytes];
        text = text[..address.Write(text)];
        var memory = _memory.Take(text.Length);
        text.CopyTo(memory);
        return Of(memory);
    }

    private static CursorText Of(Span<byte> memory) =>
        new() { Utf8 = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)), Length = memory.Length };
}
