using System.Buffers.Binary;

namespace FlowLog.Chunks;

/// <summary>What W3C's Trace Context calls <c>traceparent</c>: the trace that a message belongs to, and the work in it that sent the message.</summary>
/// <param name="TraceId">Not 0.</param>
/// <param name="ParentId">Not 0.</param>
/// <param name="Flags">Bit 0: whether the sender is recorded.</param>
public readonly record struct TraceParent(UInt128 TraceId, ulong ParentId, byte Flags)
{
    /// <summary>Bytes in a message.</summary>
    public const int Size = TraceIdSize + ParentIdSize + 1;

    private const int TraceIdSize = 16;
    private const int ParentIdSize = 8;

    /// <exception cref="ArgumentException">An id of 0.</exception>
    internal void Write(ByteWriter writer)
    {
        if (TraceId == 0 || ParentId == 0)
            throw new ArgumentException("An id of a trace is 0.");
        BinaryPrimitives.WriteUInt128BigEndian(writer.Reserve(TraceIdSize), TraceId);
        BinaryPrimitives.WriteUInt64BigEndian(writer.Reserve(ParentIdSize), ParentId);
        writer.Byte(Flags);
    }

    internal static TraceParent Read(ref ByteReader reader)
    {
        var trace = BinaryPrimitives.ReadUInt128BigEndian(reader.Take(TraceIdSize));
        var parent = BinaryPrimitives.ReadUInt64BigEndian(reader.Take(ParentIdSize));
        return trace != 0 && parent != 0 ? new(trace, parent, reader.Byte()) : throw reader.Corrupt("an id of a trace is 0");
    }
}
