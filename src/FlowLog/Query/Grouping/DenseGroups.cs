using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLog.Query.Grouping;

/// <summary>Groups of keys with few values: each combination has its place, so none is ever looked for.</summary>
internal sealed class DenseGroups : IGroups
{
    /// <summary>Bits of places at most: some MiB a thread.</summary>
    private const int MaxBits = 20;

    private readonly GroupShape _shape;
    private KeyLayout _layout;

    private DenseGroups(GroupShape shape, KeyLayout layout) => (_shape, _layout, Sums) = (shape, layout, new(shape, 1 << layout.Bits));

    public GroupSums Sums { get; private set; }

    public int End => Sums.Capacity;

    /// <summary>Null if there are too many places.</summary>
    public static DenseGroups? TryCreate(GroupShape shape, IReadOnlyList<KeyNumbers> keys) =>
        LayoutOf([.. keys.Select(WidthOf)]) is { } layout ? new(shape, layout) : null;

    /// <summary>Makes sure that there is a place for every number that the keys have by now.</summary>
    /// <returns>False if there would be too many; these groups are as they were.</returns>
    public bool TryFit(IReadOnlyList<KeyNumbers> keys)
    {
        var fits = true;
        for (var key = 0; key < keys.Count; key++)
            fits &= WidthOf(keys[key]) <= _layout.Widths[key];
        return fits || TryWiden([.. keys.Select(WidthOf)]);
    }

    public bool Has(int group) => Sums.Rows(group) > 0 || _layout.Widths.Length == 0;

    public uint Number(int group, int key) => (uint)(group >> _layout.Places[key]) & ((1u << _layout.Widths[key]) - 1);

    /// <summary>The places of a step's rows.</summary>
    /// <param name="numbers">A column a key.</param>
    public void Find(uint[][] numbers, Span<int> groups)
    {
        groups.Clear();
        for (var key = 0; key < _layout.Places.Length; key++)
            Add(numbers[key], _layout.Places[key], groups);
    }

    /// <summary>Adds the groups of another thread.</summary>
    /// <returns>False if there would be too many places.</returns>
    public bool TryMerge(DenseGroups other)
    {
        if (!TryWiden(other._layout.Widths) || !other.TryWiden(_layout.Widths))
            return false;
        for (var group = 0; group < other.End; group++)
        {
            if (other.Sums.Rows(group) > 0)
                Sums.Add(group, other.Sums, group);
        }

        return true;
    }

    private static void Add(uint[] numbers, int place, Span<int> groups)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(numbers);
        ref var to = ref MemoryMarshal.GetReference(groups);
        var row = 0;
        for (; row + Vector256<uint>.Count <= groups.Length; row += Vector256<uint>.Count)
        {
            var added = Vector256.LoadUnsafe(ref from, (nuint)row) << place;
            (Vector256.LoadUnsafe(ref to, (nuint)row) | added.AsInt32()).StoreUnsafe(ref to, (nuint)row);
        }

        for (; row < groups.Length; row++)
            groups[row] |= (int)numbers[row] << place;
    }

    private bool TryWiden(int[] widths)
    {
        int[] wider = [.. widths.Zip(_layout.Widths, Math.Max)];
        if (wider.SequenceEqual(_layout.Widths))
            return true;
        if (LayoutOf(wider) is not { } layout)
            return false;
        var sums = new GroupSums(_shape, 1 << layout.Bits);
        for (var group = 0; group < End; group++)
        {
            if (Sums.Rows(group) > 0)
                sums.Copy(PlaceOf(group, layout), Sums, group);
        }

        (_layout, Sums) = (layout, sums);
        return true;
    }

    private int PlaceOf(int group, KeyLayout layout)
    {
        var place = 0;
        for (var key = 0; key < layout.Places.Length; key++)
            place |= (int)Number(group, key) << layout.Places[key];
        return place;
    }

    private static KeyLayout? LayoutOf(int[] widths) => widths.Sum() <= MaxBits ? new(widths) : null;

    private static int WidthOf(KeyNumbers key) => 32 - BitOperations.LeadingZeroCount(key.Bound - 1);
}
