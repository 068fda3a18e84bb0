namespace FlowLog.Chunks.Encodings;

/// <summary>What one look at a stream's values tells: which encodings are worth a try.</summary>
/// <param name="Runs">How often a value differs from the one before it, and one.</param>
internal readonly record struct Survey(long Minimum, long Maximum, int Runs)
{
    public static Survey Of(ReadOnlySpan<long> values)
    {
        if (values.IsEmpty)
            return default;
        if (!values.ContainsAnyExcept(values[0]))
            return new(values[0], values[0], 1);
        var (minimum, maximum, runs) = (values[0], values[0], 1);
        for (var row = 1; row < values.Length; row++)
        {
            var value = values[row];
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            runs += value != values[row - 1] ? 1 : 0;
        }

        return new(minimum, maximum, runs);
    }
}
