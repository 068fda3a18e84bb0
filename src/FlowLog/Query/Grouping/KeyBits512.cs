using System.Runtime.CompilerServices;
using FlowLog.Flows;

namespace FlowLog.Query.Grouping;

/// <summary>Keys of up to 512 bits: any sixteen fields.</summary>
[InlineArray(Words)]
internal struct KeyBits512 : IKeyBits<KeyBits512>
{
    private const int Words = 8;

    private ulong _first;

    public static int Capacity => 64 * Words;

    public readonly ulong Hash
    {
        get
        {
            var hash = 0UL;
            foreach (var word in this)
                hash = Spread.Of(hash ^ word);
            return hash;
        }
    }

    public static KeyBits512 With(KeyBits512 bits, uint number, int at)
    {
        bits[at >> 6] |= (ulong)number << (at & 63);
        return bits;
    }

    public readonly uint At(int bit, int width) => (uint)((this[bit >> 6] >> (bit & 63)) & ((1UL << width) - 1));

    public readonly bool Equals(KeyBits512 other) => ((ReadOnlySpan<ulong>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is KeyBits512 other && Equals(other);

    public override readonly int GetHashCode() => (int)Hash;
}
