using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLog.Chunks.Encodings;

/// <summary>Running sums, modulo 2^64.</summary>
internal static class Sums
{
    /// <summary>Replaces each number by the sum of it and all before it.</summary>
    public static void Run(Span<long> values)
    {
        var at = 0;
        var sum = 0L;
        if (Avx2.IsSupported)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var total = Vector256<long>.Zero;
            for (; at + 4 <= values.Length; at += 4)
            {
                // Two additions of the vector to itself, moved by one and by two, sum four numbers; the total of those before is added last.
                var four = Vector256.LoadUnsafe(ref first, (nuint)at);
                four += Avx2.Blend(Avx2.Permute4x64(four, 0b10_01_00_00).AsInt32(), Vector256<int>.Zero, 0b00_00_00_11).AsInt64();
                four += Avx2.Permute2x128(four, four, 0b00_00_10_00);
                four += total;
                four.StoreUnsafe(ref first, (nuint)at);
                total = Avx2.Permute4x64(four, 0b11_11_11_11);
            }

            sum = total.ToScalar();
        }

        for (; at < values.Length; at++)
            values[at] = sum += values[at];
    }
}
