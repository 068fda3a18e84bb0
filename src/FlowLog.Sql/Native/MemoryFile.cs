using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_file</c>: a file without a name, in blocks of memory that count as SQLite's own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MemoryFile
{
    private const int BlockBytes = 1 << 16;

    public FileLayout* Methods;
    private byte** _blocks;
    private int _count;
    private int _room;

    public long Length { get; private set; }

    /// <summary>Reads; what lies behind the end is zeros.</summary>
    /// <returns>False if some of it lies there.</returns>
    public readonly bool TryRead(Span<byte> bytes, long offset)
    {
        var there = (int)Math.Clamp(Length - offset, 0, bytes.Length);
        bytes[there..].Clear();
        for (var rest = bytes[..there]; !rest.IsEmpty;)
        {
            var part = Part(offset, rest.Length);
            part.CopyTo(rest);
            rest = rest[part.Length..];
            offset += part.Length;
        }

        return there == bytes.Length;
    }

    /// <returns>False if there is not enough memory.</returns>
    public bool TryWrite(ReadOnlySpan<byte> bytes, long offset)
    {
        if (!TryGrow(offset + bytes.Length))
            return false;
        Length = Math.Max(Length, offset + bytes.Length);
        while (!bytes.IsEmpty)
        {
            var part = Part(offset, bytes.Length);
            bytes[..part.Length].CopyTo(part);
            bytes = bytes[part.Length..];
            offset += part.Length;
        }

        return true;
    }

    public void Truncate(long length)
    {
        Length = Math.Min(Length, length);
        var kept = (int)((Length + BlockBytes - 1) / BlockBytes);
        while (_count > kept)
            SqliteApi.Free(_blocks[--_count]);
    }

    public void Close()
    {
        Truncate(0);
        SqliteApi.Free(_blocks);
        _blocks = null;
    }

    private readonly Span<byte> Part(long offset, int bytes)
    {
        var within = (int)(offset % BlockBytes);
        return new(_blocks[offset / BlockBytes] + within, Math.Min(bytes, BlockBytes - within));
    }

    private bool TryGrow(long length)
    {
        while (_count * (long)BlockBytes < length)
        {
            if (_count == _room && !TryMakeRoom())
                return false;
            var block = (byte*)SqliteApi.Allocate(BlockBytes);
            if (block == null)
                return false;
            new Span<byte>(block, BlockBytes).Clear();
            _blocks[_count++] = block;
        }

        return true;
    }

    private bool TryMakeRoom()
    {
        var room = Math.Max(16, _room * 2);
        var blocks = (byte**)SqliteApi.Allocate((ulong)room * (ulong)sizeof(byte*));
        if (blocks == null)
            return false;
        new Span<nint>(_blocks, _count).CopyTo(new Span<nint>(blocks, room));
        SqliteApi.Free(_blocks);
        _blocks = blocks;
        _room = room;
        return true;
    }
}
