namespace FlowLog.Chunks.Encodings;

/// <summary>One number in every row. <c>value: signed varint</c></summary>
internal static class Constant
{
    public static void Write(ByteWriter writer, long value)
    {
        writer.Byte((int)ColumnEncoding.Constant);
        writer.Signed(value);
    }

    public static ConstantIntegers Open(ref ByteReader reader, int count) => new(count, reader.Signed());
}
