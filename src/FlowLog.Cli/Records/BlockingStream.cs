namespace FlowLog.Cli.Records;

/// <summary>Reads without handing the wait to another thread, which for a file in memory takes longer than the read.</summary>
internal sealed class BlockingStream(Stream inner) : Stream
{
    // What was looked at of an input that cannot go back, and has not been read yet.
    private Memory<byte> _head;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>The first bytes, at most so many, without moving on. Only at the start.</summary>
    public ReadOnlyMemory<byte> Peek(int count)
    {
        var bytes = new byte[count];
        var head = bytes.AsMemory(0, inner.ReadAtLeast(bytes, count, throwOnEndOfStream: false));
        if (inner.CanSeek)
            inner.Seek(0, SeekOrigin.Begin);
        else
            _head = head;
        return head;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty)
            return inner.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
