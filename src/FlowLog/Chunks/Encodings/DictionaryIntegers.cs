namespace FlowLog.Chunks.Encodings;

/// <summary>A stream of <see cref="IntegerDictionary"/>: a test of numbers becomes one of codes.</summary>
internal sealed class DictionaryIntegers(int columnId, long[] numbers, EncodedIntegers codes) : EncodedIntegers(codes.Count)
{
    /// <summary>The last test of numbers and what it is of codes; one reference, so that threads never see half of it.</summary>
    private (IntegerTest Test, IntegerTest OfCodes)[] _last = [];

    public override int Effort => codes.Effort;

    /// <exception cref="ChunkFormatException">A code that the dictionary does not have.</exception>
    public override void Read(int start, Span<long> values)
    {
        codes.Read(start, values);
        Look(values);
    }

    public override void Narrow(IntegerTest test, int start, Span<ulong> bits)
    {
        var last = _last;
        if (last.Length == 0 || !ReferenceEquals(test, last[0].Test))
            _last = last = [(test, IntegerRanges.OfCodes(numbers.Length, code => test.Passes(numbers[code])))];
        codes.Narrow(last[0].OfCodes, start, bits);
    }

    /// <exception cref="ChunkFormatException">A code that the dictionary does not have.</exception>
    public override void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked)
    {
        codes.Pick(start, rows, picked);
        Look(picked[..rows.Length]);
    }

    private void Look(Span<long> values)
    {
        var table = numbers;
        foreach (ref var value in values)
        {
            if ((ulong)value >= (ulong)table.Length)
                throw new ChunkFormatException(columnId, 0, $"code {value} in a dictionary of {table.Length}");
            value = table[(int)value];
        }
    }
}
