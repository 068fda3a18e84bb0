using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLog.Chunks.Encodings;

/// <summary>Numbers of some ranges.</summary>
internal sealed class IntegerRanges : IntegerTest
{
    /// <summary>Beyond so many ranges a look-up is faster than a comparison with each.</summary>
    private const int Few = 4;

    /// <summary>The widest span that is looked up in bits: 64 KiB of them.</summary>
    private const long WidestTable = 1 << 19;

    private readonly ColumnRange[] _ranges;
    private readonly ulong[]? _table;

    /// <param name="ranges">Ascending, and apart from each other.</param>
    private IntegerRanges(ColumnRange[] ranges)
    {
        _ranges = ranges;
        if (ranges.Length <= Few || (ulong)(ranges[^1].Maximum - ranges[0].Minimum) >= WidestTable)
            return;
        _table = new ulong[Bitmap.Words((int)(ranges[^1].Maximum - ranges[0].Minimum) + 1)];
        foreach (var range in ranges)
        {
            for (var at = range.Minimum - ranges[0].Minimum; at <= range.Maximum - ranges[0].Minimum; at++)
                _table[at / Bitmap.WordBits] |= 1UL << (int)(at % Bitmap.WordBits);
        }
    }

    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>The single range; null if there are more, or none.</summary>
    public ColumnRange? Only => _ranges.Length == 1 ? _ranges[0] : null;

    /// <param name="ranges">In any order; those with a greatest below their least are empty.</param>
    public static IntegerRanges Of(IEnumerable<ColumnRange> ranges)
    {
        var apart = new List<ColumnRange>();
        foreach (var range in ranges.Where(range => range.Minimum <= range.Maximum).OrderBy(range => range.Minimum))
        {
            if (apart.Count > 0 && (apart[^1].Maximum == long.MaxValue || range.Minimum <= apart[^1].Maximum + 1))
                apart[^1] = apart[^1] with { Maximum = Math.Max(apart[^1].Maximum, range.Maximum) };
            else
                apart.Add(range);
        }

        return new([.. apart]);
    }

    /// <summary>The codes, from 0 on, that pass.</summary>
    public static IntegerRanges OfCodes(int count, Func<int, bool> passes)
    {
        var ranges = new List<ColumnRange>();
        for (var code = 0; code < count; code++)
        {
            if (!passes(code))
                continue;
            var first = code;
            while (code + 1 < count && passes(code + 1))
                code++;
            ranges.Add(new(first, code));
        }

        return new([.. ranges]);
    }

    /// <summary>All numbers that these are not.</summary>
    public IntegerRanges Complement()
    {
        var gaps = new List<ColumnRange>();
        var next = long.MinValue;
        foreach (var range in _ranges)
        {
            if (range.Minimum > next)
                gaps.Add(new(next, range.Minimum - 1));
            if (range.Maximum == long.MaxValue)
                return new([.. gaps]);
            next = range.Maximum + 1;
        }

        gaps.Add(new(next, long.MaxValue));
        return new([.. gaps]);
    }

    /// <summary>These numbers but those of a range.</summary>
    public IntegerRanges Without(ColumnRange range) => Of([.. Complement()._ranges, range]).Complement();

    public override bool Passes(long value)
    {
        if (_table is { } table)
        {
            var place = (ulong)(value - _ranges[0].Minimum);
            return place / Bitmap.WordBits < (ulong)table.Length && (table[place / Bitmap.WordBits] >> (int)(place % Bitmap.WordBits) & 1) != 0;
        }

        var (low, high) = (0, _ranges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ranges[middle].Maximum < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _ranges.Length && _ranges[low].Minimum <= value;
    }

    public override Match Judge(ColumnRange bounds)
    {
        var verdict = Match.None;
        foreach (var range in _ranges)
        {
            if (range.Maximum < bounds.Minimum)
                continue;
            if (range.Minimum > bounds.Maximum)
                break;
            if (range.Minimum <= bounds.Minimum && range.Maximum >= bounds.Maximum)
                return Match.All;
            verdict = Match.Some;
        }

        return verdict;
    }

    public override void Narrow(ReadOnlySpan<long> values, Span<ulong> bits)
    {
        if (_ranges.Length > Few)
        {
            base.Narrow(values, bits);
            return;
        }

        for (var word = 0; word < bits.Length; word++)
        {
            var part = values[(word * Bitmap.WordBits)..];
            if (bits[word] != 0)
                bits[word] &= part.Length >= Bitmap.WordBits ? OfWord(ref MemoryMarshal.GetReference(part)) : OfPart(part);
        }
    }

    private ulong OfWord(ref long values)
    {
        ulong passed = 0;
        foreach (ref readonly var range in _ranges.AsSpan())
        {
            var (least, most) = (Vector256.Create(range.Minimum), Vector256.Create(range.Maximum));
            for (var i = 0; i < Bitmap.WordBits; i += Vector256<long>.Count)
            {
                var four = Vector256.LoadUnsafe(ref values, (nuint)i);
                var outside = Vector256.GreaterThan(least, four) | Vector256.GreaterThan(four, most);
                passed |= (ulong)(~outside.ExtractMostSignificantBits() & 0xF) << i;
            }
        }

        return passed;
    }

    private ulong OfPart(ReadOnlySpan<long> values)
    {
        ulong passed = 0;
        for (var i = 0; i < values.Length; i++)
            passed |= Passes(values[i]) ? 1UL << i : 0;
        return passed;
    }
}
