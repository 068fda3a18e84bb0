using System.Buffers;

namespace FlowLog.Chunks.Encodings;

/// <summary>Runs of equal numbers. <c>runs: varint; numbers: stream; lengths less one: stream</c></summary>
internal static class RunLength
{
    /// <summary>A run costs about as much as three numbers of the length and the value.</summary>
    public static bool CanWin(Survey survey, int rows) => survey.Runs <= rows / 3;

    /// <summary>Where runs are this long, others can hardly be shorter, and are not tried.</summary>
    public static bool MustWin(Survey survey, int rows) => survey.Runs <= rows / 128;

    public static void Write(ByteWriter writer, ReadOnlySpan<long> values, int runs)
    {
        var (numbers, lengths) = (ArrayPool<long>.Shared.Rent(runs), ArrayPool<long>.Shared.Rent(runs));
        var (run, start) = (0, 0);
        for (var row = 1; row <= values.Length; row++)
        {
            if (row < values.Length && values[row] == values[start])
                continue;
            (numbers[run], lengths[run]) = (values[start], row - start - 1);
            (run, start) = (run + 1, row);
        }

        writer.Byte((int)ColumnEncoding.RunLength);
        writer.Varint((ulong)runs);
        IntegerStream.Write(writer, numbers.AsSpan(0, runs), Nesting.Part);
        IntegerStream.Write(writer, lengths.AsSpan(0, runs), Nesting.Part);
        ArrayPool<long>.Shared.Return(numbers);
        ArrayPool<long>.Shared.Return(lengths);
    }

    public static RunIntegers Open(ref ByteReader reader, int count)
    {
        var runs = reader.Count(count, "runs");
        var numbers = new long[runs];
        IntegerStream.Read(ref reader, numbers, Nesting.Part);
        var lengths = ArrayPool<long>.Shared.Rent(runs);
        try
        {
            IntegerStream.Read(ref reader, lengths.AsSpan(0, runs), Nesting.Part);
            return new(count, numbers, Ends(ref reader, lengths.AsSpan(0, runs), count));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lengths);
        }
    }

    private static int[] Ends(ref ByteReader reader, ReadOnlySpan<long> lengths, int count)
    {
        var ends = new int[lengths.Length];
        var end = 0;
        for (var run = 0; run < ends.Length; run++)
        {
            if ((ulong)lengths[run] >= (ulong)(count - end))
                throw reader.Corrupt("runs longer than the column");
            ends[run] = end += (int)lengths[run] + 1;
        }

        return end == count ? ends : throw reader.Corrupt($"runs end {count - end} rows early");
    }
}
