using FlowLog.Packets;

namespace FlowLog.Cli.Service;

/// <summary>A stream whose bytes are waited for: it is read asynchronously, from its beginning to its end.</summary>
internal abstract class AwaitedStream : ForwardStream
{
    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
