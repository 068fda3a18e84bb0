using System.Runtime.CompilerServices;

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

    [SkipLocalsInit]
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

    /// <summary>Reads the heads of all blocks, and checks that their bits are there.</summary>
    public static BlockIntegers Open(ref ByteReader reader, int count)
    {
        var blocks = new PackedBlock[(count + Length - 1) / Length];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = Head(ref reader, Math.Min(Length, count - (i * Length)));
        return new(count, reader.Memory, blocks);
    }

    /// <param name="bytes">What <see cref="PackedBlock.Offset"/> counts in.</param>
    /// <param name="values">As many as the block has.</param>
    public static void Unpack(in PackedBlock block, ReadOnlySpan<byte> bytes, Span<long> values)
    {
        if (block.OfDifferences)
            Delta.Unpack(block, bytes, values);
        else
            Packing.Unpack(block, bytes, block.Origin, values);
    }

    private static PackedBlock Head(ref ByteReader reader, int count)
    {
        var kind = reader.Byte();
        var width = kind & ~OfDifferences;
        if (width > 64)
            throw reader.Corrupt($"numbers of {width} bits");
        var exceptions = reader.Byte();
        var origin = reader.Signed();
        var least = kind == width ? 0 : (long)reader.Varint();
        var offset = reader.Offset;
        var packed = kind == width ? count : count - 1;
        var more = Packing.Check(ref reader, width, exceptions, packed);
        return new(offset, kind, exceptions, more, origin, least);
    }
}
