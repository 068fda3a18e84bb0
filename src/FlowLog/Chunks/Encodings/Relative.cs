using System.Buffers;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// A column as differences to another of the same chunk, modulo 2^64: a flow's end is close to its start.
/// <c>column: byte; differences: stream</c>
/// </summary>
internal static class Relative
{
    public static void Write(ByteWriter writer, ReadOnlySpan<long> values, int referenceId, ReadOnlySpan<long> reference)
    {
        var differences = ArrayPool<long>.Shared.Rent(values.Length);
        for (var row = 0; row < values.Length; row++)
            differences[row] = values[row] - reference[row];
        writer.Byte((int)ColumnEncoding.Relative);
        writer.Byte(referenceId);
        IntegerStream.Write(writer, differences.AsSpan(0, values.Length));
        ArrayPool<long>.Shared.Return(differences);
    }
}
