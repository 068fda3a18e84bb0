using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLog.Chunks.Encodings;

/// <summary>
/// Unpacks eight numbers at a time. Numbers 0 to 3 of a group come from the sixteen bytes at its start, 4 to 7 from the
/// sixteen bytes where number 4 begins; a byte shuffle brings each into a lane of 32 bits, a shift aligns it.
/// </summary>
internal static class Lanes
{
    /// <summary>The widest number that four bytes always hold, wherever in its first byte it begins.</summary>
    public const int MaxWidth = 25;

    /// <summary>Bytes that are read from where a group's upper half begins.</summary>
    private const int Overhang = 16;

    private static readonly Vector256<byte>[] Shuffles = [.. Enumerable.Range(0, MaxWidth + 1).Select(Shuffle)];

    private static readonly Vector256<uint>[] Shifts = [.. Enumerable.Range(0, MaxWidth + 1).Select(Shift)];

    /// <summary>Unpacks whole groups as long as sixteen bytes can be read.</summary>
    /// <param name="packed">From the first number on; what follows the last may be read, but does not matter.</param>
    /// <returns>How many numbers were unpacked, a multiple of eight.</returns>
    public static int Unpack(ReadOnlySpan<byte> packed, int width, long origin, Span<long> values)
    {
        if (!Avx2.IsSupported)
            return 0;
        var upper = width >> 1;
        var readable = packed.Length - upper - Overhang;
        var groups = readable < 0 ? 0 : Math.Min(values.Length >> 3, (readable / width) + 1);
        var (shuffle, shift) = (Shuffles[width], Shifts[width]);
        var mask = Vector256.Create(uint.MaxValue >> (32 - width));
        var add = Vector256.Create(origin);
        ref var from = ref MemoryMarshal.GetReference(packed);
        ref var to = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0, end = (nuint)groups << 3; at < end; at += 8, from = ref Unsafe.Add(ref from, width))
        {
            var both = Vector256.Create(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, (nuint)upper));
            var lanes = Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(both, shuffle).AsUInt32(), shift) & mask;
            (Avx2.ConvertToVector256Int64(lanes.GetLower()) + add).StoreUnsafe(ref to, at);
            (Avx2.ConvertToVector256Int64(lanes.GetUpper()) + add).StoreUnsafe(ref to, at + 4);
        }

        return groups << 3;
    }

    /// <summary>First bit of a number, counted from the sixteen bytes that it comes from.</summary>
    private static int FirstBit(int number, int width) =>
        number < 4 ? number * width : (number * width) - ((width >> 1) << 3);

    private static Vector256<byte> Shuffle(int width)
    {
        var bytes = new byte[32];
        for (var i = 0; i < 32; i++)
            bytes[i] = (byte)Math.Min(15, (FirstBit(i >> 2, width) >> 3) + (i & 3));
        return Vector256.Create<byte>(bytes);
    }

    private static Vector256<uint> Shift(int width)
    {
        var bits = new uint[8];
        for (var i = 0; i < 8; i++)
            bits[i] = (uint)(FirstBit(i, width) & 7);
        return Vector256.Create<uint>(bits);
    }
}
