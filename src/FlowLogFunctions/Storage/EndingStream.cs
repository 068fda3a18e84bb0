using FlowLog.Packets;

namespace FlowLogFunctions.Storage;

/// <summary>Content of which reading fails once the call is cancelled, for a client that is to finish what it has begun to send.</summary>
internal sealed class EndingStream(Stream content, CancellationToken cancellation) : ForwardStream
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        return content.Read(buffer, offset, count);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return content.ReadAsync(buffer, cancellation);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
