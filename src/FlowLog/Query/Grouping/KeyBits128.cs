using System.Numerics;
using FlowLog.Flows;

namespace FlowLog.Query.Grouping;

/// <summary>Keys of up to 128 bits, such as a five-tuple and its action.</summary>
internal readonly record struct KeyBits128(ulong Low, ulong High) : IKeyBits<KeyBits128>
{
    public static int Capacity => 128;

    /// <summary>One multiplication: the upper word is turned, so that equal words in both do not cancel out.</summary>
    public ulong Hash => Spread.Of(Low ^ (BitOperations.RotateLeft(High, 23) * 0xD6E8FEB86659FD93));

    public static KeyBits128 With(KeyBits128 bits, uint number, int at) =>
        at < 64 ? bits with { Low = bits.Low | ((ulong)number << at) } : bits with { High = bits.High | ((ulong)number << (at - 64)) };

    public uint At(int bit, int width) => (uint)(((bit < 64 ? Low : High) >> (bit & 63)) & ((1UL << width) - 1));
}
