using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        ref var first = ref MemoryMarshal.GetReference(values);
        var (least, most, equal) = (Vector256.Create(first), Vector256.Create(first), Vector256<long>.Zero);
        var row = 1;
        for (; row + Vector256<long>.Count <= values.Length; row += Vector256<long>.Count)
        {
            var four = Vector256.LoadUnsafe(ref first, (nuint)row);
            least = Vector256.Min(least, four);
            most = Vector256.Max(most, four);
            equal -= Vector256.Equals(four, Vector256.LoadUnsafe(ref first, (nuint)row - 1));
        }

        var (minimum, maximum, runs) = (first, first, row - (int)Vector256.Sum(equal));
        for (var lane = 0; lane < Vector256<long>.Count; lane++)
            (minimum, maximum) = (Math.Min(minimum, least[lane]), Math.Max(maximum, most[lane]));
        for (; row < values.Length; row++)
        {
            var value = values[row];
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            runs += value != values[row - 1] ? 1 : 0;
        }

        return new(minimum, maximum, runs);
    }
}
