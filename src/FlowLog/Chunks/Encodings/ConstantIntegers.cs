namespace FlowLog.Chunks.Encodings;

/// <summary>A stream of <see cref="Constant"/>, or of a column that is not there.</summary>
internal sealed class ConstantIntegers(int count, long value) : EncodedIntegers(count)
{
    public override int Effort => 0;

    public long Value { get; } = value;

    public override void Read(int start, Span<long> values) => values.Fill(Value);

    public override void Narrow(IntegerTest test, int start, Span<ulong> bits)
    {
        if (!test.Passes(Value))
            bits.Clear();
    }

    public override void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked) => picked[..rows.Length].Fill(Value);
}
