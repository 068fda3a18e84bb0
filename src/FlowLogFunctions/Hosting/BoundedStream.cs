using FlowLog.Packets;

namespace FlowLogFunctions.Hosting;

/// <summary>A body of which no more than some bytes are read: one byte more, and reading fails with <see cref="BodyTooLargeException"/>.</summary>
internal sealed class BoundedStream(Stream body, long most) : ForwardStream
{
    private long _read;

    public override int Read(byte[] buffer, int offset, int count) => Counted(body.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await body.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int Counted(int bytes) => (_read += bytes) <= most ? bytes : throw new BodyTooLargeException(most);
}
