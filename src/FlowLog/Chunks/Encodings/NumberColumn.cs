namespace FlowLog.Chunks.Encodings;

/// <summary>
/// A column of kind number or name. <c>encoding: byte; unless constant, least: signed varint and greatest less least: varint;
/// payload</c>: a reader of the first bytes knows whether the column can hold what it looks for.
/// </summary>
internal static class NumberColumn
{
    /// <param name="range">Bounds of the values.</param>
    /// <param name="reference">A column to which this one may be stored relative; empty if there is none.</param>
    /// <param name="stream">Room to try encodings in.</param>
    public static void Write(ByteWriter writer, ByteWriter stream, ReadOnlySpan<long> values, ColumnRange range, int referenceId, ReadOnlySpan<long> reference)
    {
        stream.Clear();
        IntegerStream.Write(stream, values);
        if (!reference.IsEmpty && stream.Written[0] != (byte)ColumnEncoding.Constant)
        {
            var middle = stream.Length;
            Relative.Write(stream, values, referenceId, reference);
            IntegerStream.KeepShorter(stream, 0, middle);
        }

        writer.Byte(stream.Written[0]);
        if (stream.Written[0] != (byte)ColumnEncoding.Constant)
            WriteBounds(writer, range);
        writer.Bytes(stream.Written[1..]);
    }

    /// <summary>The least and greatest value; the reader is left at the payload, or behind a constant's.</summary>
    public static ColumnRange ReadRange(ref ByteReader reader, ColumnEncoding encoding)
    {
        if (encoding is < ColumnEncoding.Constant or > ColumnEncoding.Relative)
            throw reader.Corrupt($"encoding {(byte)encoding}, which may be a newer format's, is not known here for numbers");
        var least = reader.Signed();
        var most = encoding == ColumnEncoding.Constant ? least : unchecked(least + (long)reader.Varint());
        return least <= most ? new(least, most) : throw reader.Corrupt($"values from {least} to {most}");
    }

    /// <summary>Opens a column whose encoding byte has been read and is not <see cref="ColumnEncoding.Relative"/>.</summary>
    public static EncodedIntegers Open(ref ByteReader reader, ColumnEncoding encoding, int count)
    {
        var range = ReadRange(ref reader, encoding);
        return encoding == ColumnEncoding.Constant
            ? new ConstantIntegers(count, range.Minimum)
            : IntegerStream.Open(ref reader, encoding, count, Nesting.Column);
    }

    private static void WriteBounds(ByteWriter writer, ColumnRange range)
    {
        writer.Signed(range.Minimum);
        writer.Varint((ulong)(range.Maximum - range.Minimum));
    }
}
