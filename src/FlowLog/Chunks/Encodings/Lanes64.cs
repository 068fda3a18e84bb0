using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLog.Chunks.Encodings;

/// <summary>What blocks of numbers are like, found out four at a time.</summary>
internal static class Lanes64
{
    /// <summary>The bits that any number has.</summary>
    public static ulong Or(ReadOnlySpan<ulong> numbers)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var any = Vector256<ulong>.Zero;
        var at = 0;
        for (; at + Vector256<ulong>.Count <= numbers.Length; at += Vector256<ulong>.Count)
            any |= Vector256.LoadUnsafe(ref first, (nuint)at);
        var all = any[0] | any[1] | any[2] | any[3];
        for (; at < numbers.Length; at++)
            all |= numbers[at];
        return all;
    }

    /// <summary>How many numbers, none of them negative, are at least so large.</summary>
    public static int CountFrom(ReadOnlySpan<int> numbers, int least)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var (below, counts) = (Vector256.Create(least - 1), Vector256<int>.Zero);
        var at = 0;
        for (; at + Vector256<int>.Count <= numbers.Length; at += Vector256<int>.Count)
            counts -= Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)at), below);
        var count = Vector256.Sum(counts);
        for (; at < numbers.Length; at++)
            count += numbers[at] >= least ? 1 : 0;
        return count;
    }

    /// <summary>The numbers in 31 bits; those that are larger become the largest.</summary>
    public static void Saturate(ReadOnlySpan<ulong> numbers, Span<int> narrow)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(narrow);
        var most = Vector256.Create((ulong)int.MaxValue);
        var at = 0;
        for (; at + Vector256<int>.Count <= narrow.Length; at += Vector256<int>.Count)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref from, (nuint)at), Vector256.LoadUnsafe(ref from, (nuint)at + 4));
            Vector256.Narrow(Vector256.Min(low, most), Vector256.Min(high, most)).AsInt32().StoreUnsafe(ref to, (nuint)at);
        }

        for (; at < narrow.Length; at++)
            narrow[at] = (int)Math.Min(numbers[at], int.MaxValue);
    }

    /// <summary>The same numbers in 64 bits.</summary>
    public static void Widen(ReadOnlySpan<int> numbers, Span<long> wide)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(wide);
        var at = 0;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
            Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)at).ToVector256Unsafe()).StoreUnsafe(ref to, (nuint)at);
        for (; at < numbers.Length; at++)
            wide[at] = numbers[at];
    }

    /// <summary>The least and the greatest number; 0 and 0 if there is none.</summary>
    public static ColumnRange Range(ReadOnlySpan<long> numbers)
    {
        if (numbers.IsEmpty)
            return default;
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var (least, most) = (Vector256.Create(first), Vector256.Create(first));
        var at = 0;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
        {
            var four = Vector256.LoadUnsafe(ref first, (nuint)at);
            least = Vector256.Min(least, four);
            most = Vector256.Max(most, four);
        }

        var range = new ColumnRange(first, first);
        for (var lane = 0; lane < Vector256<long>.Count; lane++)
            range = new(Math.Min(range.Minimum, least[lane]), Math.Max(range.Maximum, most[lane]));
        for (; at < numbers.Length; at++)
            range = new(Math.Min(range.Minimum, numbers[at]), Math.Max(range.Maximum, numbers[at]));
        return range;
    }

    /// <summary>The least number.</summary>
    /// <param name="numbers">At least one.</param>
    public static long Least(ReadOnlySpan<long> numbers)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var lanes = Vector256.Create(first);
        var at = 0;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
            lanes = Vector256.Min(lanes, Vector256.LoadUnsafe(ref first, (nuint)at));
        var least = Math.Min(Math.Min(lanes[0], lanes[1]), Math.Min(lanes[2], lanes[3]));
        for (; at < numbers.Length; at++)
            least = Math.Min(least, numbers[at]);
        return least;
    }

    /// <summary>Each number less <paramref name="origin"/>, modulo 2^64.</summary>
    public static void Less(ReadOnlySpan<long> numbers, long origin, Span<ulong> offsets)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(offsets);
        var lanes = Vector256.Create(origin);
        var at = 0;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
            (Vector256.LoadUnsafe(ref from, (nuint)at) - lanes).AsUInt64().StoreUnsafe(ref to, (nuint)at);
        for (; at < numbers.Length; at++)
            offsets[at] = (ulong)(numbers[at] - origin);
    }

    /// <summary>Each number but the first, less the one before it, modulo 2^64.</summary>
    public static void Steps(ReadOnlySpan<long> numbers, Span<long> steps)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(steps);
        var at = 1;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
            (Vector256.LoadUnsafe(ref from, (nuint)at) - Vector256.LoadUnsafe(ref from, (nuint)at - 1)).StoreUnsafe(ref to, (nuint)at - 1);
        for (; at < numbers.Length; at++)
            steps[at - 1] = numbers[at] - numbers[at - 1];
    }

    /// <summary>The low 32 bits of each number less <paramref name="origin"/>.</summary>
    public static void Narrow(ReadOnlySpan<long> numbers, long origin, Span<uint> narrow)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(narrow);
        var lanes = Vector256.Create(origin);
        var at = 0;
        for (; at + Vector256<uint>.Count <= numbers.Length; at += Vector256<uint>.Count)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref from, (nuint)at) - lanes, Vector256.LoadUnsafe(ref from, (nuint)at + 4) - lanes);
            Vector256.Narrow(low.AsUInt64(), high.AsUInt64()).StoreUnsafe(ref to, (nuint)at);
        }

        for (; at < numbers.Length; at++)
            narrow[at] = (uint)(numbers[at] - origin);
    }

    /// <summary>How many numbers are less than the one before them.</summary>
    public static int Falls(ReadOnlySpan<long> numbers)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var falls = Vector256<long>.Zero;
        var at = 1;
        for (; at + Vector256<long>.Count <= numbers.Length; at += Vector256<long>.Count)
            falls -= Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.LoadUnsafe(ref first, (nuint)at - 1));
        var count = (int)Vector256.Sum(falls);
        for (; at < numbers.Length; at++)
            count += numbers[at] < numbers[at - 1] ? 1 : 0;
        return count;
    }
}
