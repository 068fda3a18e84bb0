using System.Runtime.InteropServices;

namespace FlowLog.Query.Grouping;

/// <summary>Where each key's number lies in the bits of a group's keys.</summary>
internal sealed class KeyLayout
{
    private const int WordBits = 64;

    /// <param name="widths">Bits of each key's numbers, at most 32.</param>
    public KeyLayout(IReadOnlyList<int> widths)
    {
        Widths = [.. widths];
        Places = new int[Widths.Length];
        var at = 0;
        for (var key = 0; key < Places.Length; key++)
        {
            if (at / WordBits != (at + Widths[key] - 1) / WordBits)
                at = (at / WordBits * WordBits) + WordBits;
            Places[key] = at;
            at += Widths[key];
        }

        Bits = at;
    }

    public int[] Widths { get; }

    public int[] Places { get; }

    public int Bits { get; }

    /// <summary>The keys of some rows.</summary>
    /// <param name="numbers">A column a key.</param>
    /// <param name="keys">Overwritten.</param>
    public void Pack<TKey>(uint[][] numbers, Span<TKey> keys)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        keys.Clear();
        var words = MemoryMarshal.Cast<TKey, ulong>(keys);
        var wordsOfKey = TKey.Capacity / WordBits;
        for (var key = 0; key < numbers.Length; key++)
        {
            var (column, word, shift) = (numbers[key], Places[key] / WordBits, Places[key] % WordBits);
            for (var row = 0; row < keys.Length; row++, word += wordsOfKey)
                words[word] |= (ulong)column[row] << shift;
        }
    }

    public TKey Pack<TKey>(ReadOnlySpan<uint> numbers)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        var bits = default(TKey);
        for (var key = 0; key < Places.Length; key++)
            bits = TKey.With(bits, numbers[key], Places[key]);
        return bits;
    }
}
