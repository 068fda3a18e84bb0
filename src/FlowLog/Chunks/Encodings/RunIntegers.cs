namespace FlowLog.Chunks.Encodings;

/// <summary>A stream of <see cref="RunLength"/>: a test looks at each run once.</summary>
/// <param name="ends">Where each run ends, ascending; the last is the count.</param>
internal sealed class RunIntegers(int count, long[] numbers, int[] ends) : EncodedIntegers(count)
{
    public override int Effort => 1;

    public override void Read(int start, Span<long> values)
    {
        var run = RunAt(start);
        for (var at = 0; at < values.Length; run++)
        {
            var end = Math.Min(ends[run] - start, values.Length);
            values[at..end].Fill(numbers[run]);
            at = end;
        }
    }

    public override void Narrow(IntegerTest test, int start, Span<ulong> bits)
    {
        var last = Math.Min(bits.Length * Bitmap.WordBits, Count - start);
        var run = RunAt(start);
        for (var at = 0; at < last; run++)
        {
            var end = Math.Min(ends[run] - start, last);
            if (!test.Passes(numbers[run]))
                Bitmap.Clear(bits, at, end);
            at = end;
        }
    }

    public override void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked)
    {
        if (rows.IsEmpty)
            return;
        var run = RunAt(start + rows[0]);
        for (var i = 0; i < rows.Length; i++)
        {
            while (ends[run] <= start + rows[i])
                run++;
            picked[i] = numbers[run];
        }
    }

    private int RunAt(int row)
    {
        var found = Array.BinarySearch(ends, row + 1);
        return found < 0 ? ~found : found;
    }
}
