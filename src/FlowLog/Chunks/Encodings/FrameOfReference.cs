namespace FlowLog.Chunks.Encodings;

/// <summary>A block whose numbers are offsets from its least one. <c>least: signed varint; offsets: packed</c></summary>
internal static class FrameOfReference
{
    public static (long Least, Packing Packing) Plan(ReadOnlySpan<long> block, Span<ulong> offsets)
    {
        var least = Lanes64.Least(block);
        Lanes64.Less(block, least, offsets);
        return (least, Packing.Of(offsets[..block.Length]));
    }

    public static void Write(ByteWriter writer, (long Least, Packing Packing) plan, ReadOnlySpan<ulong> offsets)
    {
        writer.Byte(plan.Packing.Width);
        writer.Byte(plan.Packing.Exceptions);
        writer.Signed(plan.Least);
        plan.Packing.Write(writer, offsets);
    }
}
