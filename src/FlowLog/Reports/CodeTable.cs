using System.Buffers;

namespace FlowLog.Reports;

/// <summary>Numbers different keys from 0 on in the order in which they come. Rented arrays; give them back with <see cref="Dispose"/>.</summary>
/// <param name="most">The most keys that can come.</param>
internal sealed class CodeTable(int most) : IDisposable
{
    private readonly int _mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, most * 2)) - 1;
    private readonly ulong[] _keys = ArrayPool<ulong>.Shared.Rent(Math.Max(16, most));
    private int[]? _slots;

    public int Count { get; private set; }

    /// <summary>The key of a code.</summary>
    public ulong this[int code] => _keys[code];

    public int Code(ulong key)
    {
        if (Count > 0 && _keys[Count - 1] == key)
            return Count - 1;
        var slots = _slots ??= Cleared();
        // Fibonacci hashing of both halves, so that keys that differ in their upper bits only are spread too.
        var slot = (int)(((key ^ (key >> 29)) * 0x9E3779B97F4A7C15) >> 32) & _mask;
        for (; slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slots[slot] - 1] == key)
                return slots[slot] - 1;
        }

        _keys[Count] = key;
        slots[slot] = ++Count;
        return Count - 1;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_keys);
        if (_slots is { } slots)
            ArrayPool<int>.Shared.Return(slots);
        _slots = null;
    }

    private int[] Cleared()
    {
        var slots = ArrayPool<int>.Shared.Rent(_mask + 1);
        slots.AsSpan(0, _mask + 1).Clear();
        return slots;
    }
}
