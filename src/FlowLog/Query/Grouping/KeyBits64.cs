using FlowLog.Flows;

namespace FlowLog.Query.Grouping;

/// <summary>Keys of up to 64 bits, such as two addresses.</summary>
internal readonly record struct KeyBits64(ulong Bits) : IKeyBits<KeyBits64>
{
    public static int Capacity => 64;

    public ulong Hash => Spread.Of(Bits);

    public static KeyBits64 With(KeyBits64 bits, uint number, int at) => new(bits.Bits | ((ulong)number << at));

    public uint At(int bit, int width) => (uint)((Bits >> bit) & ((1UL << width) - 1));
}
