using System.Buffers.Binary;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Export;

/// <summary>What is read from one stream is written to another on the way.</summary>
internal sealed class CopyingStream(Stream from, Stream to) : AwaitedStream
{
    private readonly byte[] _end = new byte[sizeof(uint)];

    /// <summary>How many have passed.</summary>
    public long Bytes { get; private set; }

    /// <summary>The last four, least first.</summary>
    public uint LastWord => BinaryPrimitives.ReadUInt32LittleEndian(_end);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await from.ReadAsync(buffer, cancellationToken);
        await to.WriteAsync(buffer[..count], cancellationToken);
        Bytes += count;
        Keep(buffer.Span[..count]);
        return count;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var last = bytes[^Math.Min(bytes.Length, _end.Length)..];
        _end.AsSpan(last.Length..).CopyTo(_end);
        last.CopyTo(_end.AsSpan(_end.Length - last.Length));
    }
}
