namespace FlowLog.Chunks.Encodings;

/// <summary>
/// Integers of which each row has one: the values of a column, the codes of a dictionary, the lengths of runs. Written in the
/// shortest of the encodings that can win, and tried in the order of what it costs to try.
/// </summary>
internal static class IntegerStream
{
    /// <summary>Writes an encoding byte and a payload.</summary>
    public static void Write(ByteWriter writer, ReadOnlySpan<long> values, Nesting nesting = Nesting.Column)
    {
        var survey = Survey.Of(values);
        if (survey.Minimum == survey.Maximum)
        {
            Constant.Write(writer, survey.Minimum);
            return;
        }

        if (nesting <= Nesting.Codes && RunLength.MustWin(survey, values.Length))
        {
            RunLength.Write(writer, values, survey.Runs);
            return;
        }

        var start = writer.Length;
        Blocks.Write(writer, values);
        if (nesting <= Nesting.Codes && RunLength.CanWin(survey, values.Length))
        {
            var end = writer.Length;
            RunLength.Write(writer, values, survey.Runs);
            KeepShorter(writer, start, end);
        }

        if (nesting == Nesting.Column)
        {
            var end = writer.Length;
            if (IntegerDictionary.TryWrite(writer, values, survey))
                KeepShorter(writer, start, end);
        }
    }

    /// <summary>Reads <c>values.Length</c> integers.</summary>
    public static void Read(ref ByteReader reader, Span<long> values, Nesting nesting = Nesting.Column) =>
        Open(ref reader, values.Length, nesting).Read(0, values);

    /// <summary>Checks the layout of a stream; its integers are read when they are asked for.</summary>
    public static EncodedIntegers Open(ref ByteReader reader, int count, Nesting nesting = Nesting.Column) =>
        Open(ref reader, (ColumnEncoding)reader.Byte(), count, nesting);

    /// <summary>Opens a payload whose encoding byte has been read.</summary>
    public static EncodedIntegers Open(ref ByteReader reader, ColumnEncoding encoding, int count, Nesting nesting) => encoding switch
    {
        ColumnEncoding.Constant => Constant.Open(ref reader, count),
        ColumnEncoding.Blocks => Blocks.Open(ref reader, count),
        ColumnEncoding.RunLength when nesting <= Nesting.Codes => RunLength.Open(ref reader, count),
        ColumnEncoding.Dictionary when nesting == Nesting.Column => IntegerDictionary.Open(ref reader, count),
        _ => throw reader.Corrupt($"encoding {(byte)encoding}, which may be a newer format's, is not known here"),
    };

    /// <summary>Of two ways to write the same, one from <paramref name="start"/> and one from <paramref name="middle"/>, the shorter stays.</summary>
    public static void KeepShorter(ByteWriter writer, int start, int middle)
    {
        if (writer.Length - middle < middle - start)
            writer.Remove(start, middle);
        else
            writer.Remove(middle, writer.Length);
    }
}
