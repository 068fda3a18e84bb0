namespace FlowLog.Packets;

/// <summary>A stream that is read a byte at a time from a place on. Read only, and forward.</summary>
/// <param name="singleFrom">Bytes from the first one read.</param>
internal sealed class SteppedStream(Stream stream, long singleFrom) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = stream.Read(buffer, offset, Step(count));
        Taken += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await stream.ReadAsync(buffer[..Step(buffer.Length)], cancellationToken);
        Taken += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Step(int count) => (int)Math.Min(count, Math.Max(1, singleFrom - Taken));
}
