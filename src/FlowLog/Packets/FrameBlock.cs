namespace FlowLog.Packets;

/// <summary>Packets that were read at once, with the bytes in which they lie. Filled again and again.</summary>
internal sealed class FrameBlock
{
    private FrameSlice[] _frames = new FrameSlice[1024];
    private int _count;

    /// <summary>The bytes; the block's own until it is filled again.</summary>
    public byte[] Bytes { get; set; } = [];

    public ReadOnlySpan<FrameSlice> Frames => _frames.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(in FrameSlice frame)
    {
        if (_count == _frames.Length)
            Array.Resize(ref _frames, _count * 2);
        _frames[_count++] = frame;
    }
}
