namespace FlowLog.Chunks.Encodings;

/// <summary>
/// Blocks of 256 numbers, the last with what is left. Each block is packed for itself, in the shorter of two ways, and can be
/// read without those before it. <c>width and kind: byte; exceptions: byte; first and origin; bits; exceptions</c>
/// </summary>
internal static class Blocks
{
    /// <summary>Numbers in a block; an exception's position is one byte.</summary>
    public const int Length = 256;

    /// <summary>The bit of a block's first byte that says that it holds differences.</summary>
    public const int OfDifferences = 0x80;

    public static void Write(ByteWriter writer, ReadOnlySpan<long> values)
    {
        writer.Byte((int)ColumnEncoding.Blocks);
        Span<ulong> offsets = stackalloc ulong[Length];
        Span<ulong> differences = stackalloc ulong[Length];
        for (; !values.IsEmpty; values = values[Math.Min(Length, values.Length)..])
        {
            var block = values[..Math.Min(Length, values.Length)];
            var reference = FrameOfReference.Plan(block, offsets);
            if (Delta.CanWin(block, reference.Packing) && Delta.Plan(block, differences) is var delta && delta.Packing.Size + 2 < reference.Packing.Size)
                Delta.Write(writer, delta, block, differences);
            else
                FrameOfReference.Write(writer, reference, offsets[..block.Length]);
        }
    }

    public static void Read(ref ByteReader reader, Span<long> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(Length, values.Length)..])
        {
            var block = values[..Math.Min(Length, values.Length)];
            int kind = reader.Byte();
            var width = kind & ~OfDifferences;
            if (width > 64)
                throw reader.Corrupt($"numbers of {width} bits");
            if (kind == width)
                FrameOfReference.Read(ref reader, width, block);
            else
                Delta.Read(ref reader, width, block);
        }
    }
}
