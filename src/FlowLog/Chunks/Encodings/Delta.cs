using System.Runtime.InteropServices;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// A block whose numbers but the first are differences to the one before, modulo 2^64, as offsets from their least.
/// <c>first: signed varint; least: varint; offsets: packed</c>. The least is never negative: a fall among rises is an
/// exception, and a block that falls often is shorter as frame of reference.
/// </summary>
internal static class Delta
{
    /// <summary>A fall is an exception of nearly 64 bits: with many, or where little is to be gained, there is nothing to try.</summary>
    public static bool CanWin(ReadOnlySpan<long> block, Packing reference)
    {
        const int NarrowBits = 2;
        if (reference.Widest <= NarrowBits)
            return false;
        return Lanes64.Falls(block) * 4 < reference.Size;
    }

    public static (long Least, Packing Packing) Plan(ReadOnlySpan<long> block, Span<ulong> differences)
    {
        var steps = MemoryMarshal.Cast<ulong, long>(differences)[..(block.Length - 1)];
        Lanes64.Steps(block, steps);
        var least = Math.Max(Lanes64.Least(steps), 0);
        Lanes64.Less(steps, least, differences);
        return (least, Packing.Of(differences[..(block.Length - 1)]));
    }

    public static void Write(ByteWriter writer, (long Least, Packing Packing) plan, ReadOnlySpan<long> block, ReadOnlySpan<ulong> differences)
    {
        writer.Byte(Blocks.OfDifferences | plan.Packing.Width);
        writer.Byte(plan.Packing.Exceptions);
        writer.Signed(block[0]);
        writer.Varint((ulong)plan.Least);
        plan.Packing.Write(writer, differences[..(block.Length - 1)]);
    }

    public static void Unpack(in PackedBlock block, ReadOnlySpan<byte> bytes, Span<long> values)
    {
        Packing.Unpack(block, bytes, block.Least, values[1..]);
        values[0] = block.Origin;
        Sums.Run(values);
    }
}
