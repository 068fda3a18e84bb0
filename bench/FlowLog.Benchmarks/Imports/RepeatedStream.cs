namespace FlowLog.Benchmarks.Imports;

/// <summary>A log with its middle repeated, of any size, without its bytes being anywhere.</summary>
internal sealed class RepeatedStream(InventedLog log, int times) : MemoryStream
{
    private int _part;
    private int _at;

    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_part < times + 2)
        {
            var part = _part == 0 ? log.Head : _part <= times ? log.Middle : log.Tail;
            var count = Math.Min(buffer.Length, part.Length - _at);
            part.AsSpan(_at, count).CopyTo(buffer.Span);
            _at += count;
            if (count > 0)
                return new(count);
            (_part, _at) = (_part + 1, 0);
        }

        return new(0);
    }
}
