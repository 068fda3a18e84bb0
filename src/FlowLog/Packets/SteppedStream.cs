namespace FlowLog.Packets;

/// <summary>A stream that is read a byte at a time from a place on. Read only, and forward.</summary>
/// <param name="singleFrom">Bytes from the first one read.</param>
internal sealed class SteppedStream(Stream stream, long singleFrom) : ForwardStream
{
    /// <summary>Bytes read so far.</summary>
    public long Taken { get; private set; }

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

    private int Step(int count) => (int)Math.Min(count, Math.Max(1, singleFrom - Taken));
}
