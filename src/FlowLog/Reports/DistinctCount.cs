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

    /// <summary>The number of different values, or its estimate.</summary>
    public long Estimate()
    {
        if (_hashes is not null)
            return _hashes.Count;
        Span<int> counts = stackalloc int[LargestRank + 1];
        foreach (var rank in _ranks)
            counts[rank]++;
        return RegisterEstimate.Of(counts);
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
}
