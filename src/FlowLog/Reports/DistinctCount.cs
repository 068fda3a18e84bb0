using System.Numerics;
using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>
/// How many different values there were. Exact up to <see cref="ExactCount"/> (two values of one 40-bit hash count as one: once in a hundred million such
/// counts); past it a HyperLogLog of 2,048 registers with a standard error of 2.3 %, as <c>approx_distinct</c> has.
/// Counts of any sets merge to that of their union, in any order to the same.
/// </summary>
public sealed class DistinctCount
{
    /// <summary>Up to so many different values are counted exactly.</summary>
    public const int ExactCount = 128;

    /// <summary>The standard error of an estimate, as a part of it.</summary>
    public static readonly double StandardError = 1.04 / Math.Sqrt(Registers);

    private const int IndexBits = 11;
    private const int Registers = 1 << IndexBits;
    private const int HashBits = 40;
    private const int RankBits = HashBits - IndexBits;
    private const int LargestRank = RankBits + 1;
    private const double Alpha = 0.5 / 0.69314718055994530942;

    private SortedSet<ulong>? _hashes = [];
    private byte[] _ranks = [];

    public bool IsExact => _hashes is not null;

    /// <summary>Adds a value by a hash of 64 bits, all of them good.</summary>
    public void Add(ulong hash) => AddShort(hash >> (64 - HashBits));

    public void Merge(DistinctCount other)
    {
        if (other._hashes is { } hashes)
        {
            foreach (var hash in hashes)
                AddShort(hash);
            return;
        }

        Spread();
        for (var i = 0; i < Registers; i++)
            _ranks[i] = Math.Max(_ranks[i], other._ranks[i]);
    }

    /// <summary>The number of different values, or its estimate: Ertl's, which needs no correction at either end (arXiv 1702.01284).</summary>
    public long Estimate()
    {
        if (_hashes is not null)
            return _hashes.Count;
        Span<int> counts = stackalloc int[LargestRank + 1];
        foreach (var rank in _ranks)
            counts[rank]++;
        var sum = Registers * Tau(1 - (counts[LargestRank] / (double)Registers));
        for (var rank = LargestRank - 1; rank >= 1; rank--)
            sum = 0.5 * (sum + counts[rank]);
        sum += Registers * Sigma(counts[0] / (double)Registers);
        return (long)Math.Round(Alpha * Registers * Registers / sum);
    }

    /// <summary>A mark, then the hashes in ascending order, or the registers: those that are not zero, or all in six bits each, whichever is shorter.</summary>
    internal void Write(ByteWriter writer)
    {
        if (_hashes is { } hashes)
        {
            writer.Varint((ulong)hashes.Count);
            var before = 0UL;
            foreach (var hash in hashes)
            {
                writer.Varint(hash - before);
                before = hash;
            }

            return;
        }

        writer.Varint(ExactCount + 1);
        DistinctRegisters.Write(writer, _ranks);
    }

    internal static DistinctCount Read(ref ByteReader reader)
    {
        var count = new DistinctCount();
        var hashes = reader.Count(ExactCount + 1, "different values");
        if (hashes > ExactCount)
        {
            count._hashes = null;
            count._ranks = DistinctRegisters.Read(ref reader, Registers, LargestRank);
            return count;
        }

        for (var (i, hash) = (0, 0UL); i < hashes; i++)
        {
            hash += reader.Varint();
            if (hash >= 1UL << HashBits)
                throw reader.Corrupt("a hash of too many bits");
            count._hashes!.Add(hash);
        }

        return count;
    }

    private void AddShort(ulong hash)
    {
        if (_hashes is null)
        {
            Rank(hash);
            return;
        }

        _hashes.Add(hash);
        if (_hashes.Count > ExactCount)
            Spread();
    }

    /// <summary>From hashes to registers.</summary>
    private void Spread()
    {
        if (_hashes is not { } hashes)
            return;
        (_hashes, _ranks) = (null, new byte[Registers]);
        foreach (var hash in hashes)
            Rank(hash);
    }

    private void Rank(ulong hash)
    {
        var rest = hash & ((1UL << RankBits) - 1);
        var rank = (byte)(BitOperations.LeadingZeroCount(rest) - (64 - RankBits) + 1);
        ref var register = ref _ranks[hash >> RankBits];
        register = Math.Max(register, rank);
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
            return double.PositiveInfinity;
        var (y, z) = (1.0, x);
        for (var before = double.NaN; z != before;)
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }

        return z;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        var (y, z) = (1.0, 1 - x);
        for (var before = double.NaN; z != before;)
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }

        return z / 3;
    }
}
