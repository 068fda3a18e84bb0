using System.Runtime.InteropServices;

namespace FlowLog.Sql.Table;

/// <summary>Memory for many short texts, given back together.</summary>
internal sealed unsafe class TextMemory : IDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly List<nint> _blocks = [];
    private int _block = -1;
    private int _used = BlockBytes;

    /// <param name="bytes">At most <see cref="BlockBytes"/>.</param>
    public Span<byte> Take(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, BlockBytes);
        if (_used + bytes > BlockBytes)
        {
            _used = 0;
            if (++_block == _blocks.Count)
                _blocks.Add((nint)NativeMemory.Alloc(BlockBytes));
        }

        var memory = new Span<byte>((byte*)_blocks[_block] + _used, bytes);
        _used += bytes;
        return memory;
    }

    /// <summary>Everything that was taken is free again.</summary>
    public void Clear() => (_block, _used) = (-1, BlockBytes);

    public void Dispose()
    {
        foreach (var block in _blocks)
            NativeMemory.Free((void*)block);
        _blocks.Clear();
        Clear();
    }
}
