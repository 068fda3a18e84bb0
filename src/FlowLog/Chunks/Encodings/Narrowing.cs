using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLog.Chunks.Encodings;

/// <summary>Codes as they are in a stream, 64 bits, to codes as they are used, 32 bits.</summary>
internal static class Narrowing
{
    /// <returns>False if a code is below <paramref name="least"/>, or not below <paramref name="size"/>.</returns>
    public static bool TryCodes(ReadOnlySpan<long> values, Span<int> codes, int least, int size)
    {
        ref var from = ref MemoryMarshal.GetReference(values);
        ref var to = ref MemoryMarshal.GetReference(codes);
        var (low, high) = (Vector256.Create((long)least), Vector256.Create(size - 1L));
        var outside = Vector256<long>.Zero;
        var at = 0;
        for (; at + 8 <= values.Length && at + 8 <= codes.Length; at += 8)
        {
            var (first, second) = (Vector256.LoadUnsafe(ref from, (nuint)at), Vector256.LoadUnsafe(ref from, (nuint)at + 4));
            outside |= Vector256.LessThan(first, low) | Vector256.GreaterThan(first, high);
            outside |= Vector256.LessThan(second, low) | Vector256.GreaterThan(second, high);
            Vector256.Narrow(first, second).StoreUnsafe(ref to, (nuint)at);
        }

        var fits = outside == Vector256<long>.Zero;
        for (; at < values.Length; at++)
        {
            fits &= values[at] >= least && values[at] < size;
            codes[at] = (int)values[at];
        }

        return fits;
    }
}
