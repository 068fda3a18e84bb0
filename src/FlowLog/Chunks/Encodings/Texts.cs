using System.Text;

namespace FlowLog.Chunks.Encodings;

/// <summary>Texts. <c>count: varint; lengths in bytes: stream; UTF-8 of all, ascending; unless there is one text, codes: stream</c></summary>
internal static class Texts
{
    /// <exception cref="ArgumentException">A text is longer than <see cref="ChunkLimits.MaxTextBytes"/>.</exception>
    public static void Write(ByteWriter writer, ReadOnlySpan<string> texts, ReadOnlySpan<long> codes)
    {
        writer.Byte((int)ColumnEncoding.Texts);
        writer.Varint((ulong)texts.Length);
        var lengths = new long[texts.Length];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = Encoding.UTF8.GetByteCount(texts[i]);
        if (lengths.Max() > ChunkLimits.MaxTextBytes)
            throw new ArgumentException($"A text of {lengths.Max()} bytes; at most {ChunkLimits.MaxTextBytes} are allowed.", nameof(texts));
        IntegerStream.Write(writer, lengths, Nesting.Part);
        foreach (var text in texts)
            Encoding.UTF8.GetBytes(text, writer.Reserve(Encoding.UTF8.GetByteCount(text)));
        if (texts.Length > 1)
            IntegerStream.Write(writer, codes, Nesting.Codes);
    }

    /// <summary>The texts of a payload whose encoding byte has been read; unless there is one, a stream of codes follows.</summary>
    public static string[] Table(ref ByteReader reader, int rows)
    {
        var count = reader.Count(Math.Min(rows, reader.Remaining), "texts");
        var lengths = new long[count];
        IntegerStream.Read(ref reader, lengths, Nesting.Part);
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            if (lengths[i] is < 0 or > ChunkLimits.MaxTextBytes)
                throw reader.Corrupt($"a text of {lengths[i]} bytes");
            texts[i] = reader.Utf8(reader.Take((int)lengths[i]));
            if (i > 0 && string.CompareOrdinal(texts[i - 1], texts[i]) >= 0)
                throw reader.Corrupt("texts that do not ascend");
        }

        return texts;
    }
}
