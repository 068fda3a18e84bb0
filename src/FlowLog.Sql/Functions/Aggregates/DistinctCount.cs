using System.Buffers.Binary;
using System.Numerics;
using FlowLog.Reports;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>
/// Different values by their hashes: a set of them at first, and then HyperLogLog, which keeps for each of 4,096 parts of the hashes the
/// longest run of zeros. Its standard error is 1.04 / √4,096.
/// </summary>
internal sealed class DistinctCount : Aggregate
{
    /// <summary>Values up to which the count is exact.</summary>
    public const int MostExact = 4_096;

    private const int IndexBits = 12;
    private const int Registers = 1 << IndexBits;

    private HashSet<ulong>? _hashes = [];
    private byte[] _zeros = [];

    public override void Add(FunctionCall call)
    {
        var hash = Hash(call[0]);
        if (_hashes is null)
        {
            Note(hash);
        }
        else if (_hashes.Add(hash) && _hashes.Count > MostExact)
        {
            _zeros = new byte[Registers];
            foreach (var each in _hashes)
                Note(each);
            _hashes = null;
        }
    }

    public override void End(SqliteResult result) => result.Set(_hashes?.Count ?? Estimate());

    private void Note(ulong hash)
    {
        ref var zeros = ref _zeros[hash >> (64 - IndexBits)];
        zeros = Math.Max(zeros, (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1));
    }

    private long Estimate()
    {
        const int Longest = 64 - IndexBits;
        var counts = new int[Longest + 2];
        foreach (var zeros in _zeros)
            counts[zeros]++;
        return RegisterEstimate.Of(counts);
    }

    /// <summary>Numbers that are equal have one hash, whole or real.</summary>
    private static ulong Hash(SqliteValue value)
    {
        switch (value.Type)
        {
            case SqliteCodes.Integer:
                return Mix((ulong)value.Integer);
            case SqliteCodes.Real:
                var real = value.Real;
                var isWhole = real is >= long.MinValue and < 9223372036854775808.0 && (long)real == real;
                return Mix(isWhole ? (ulong)(long)real : (ulong)BitConverter.DoubleToInt64Bits(real) ^ 0x9E3779B97F4A7C15);
            default:
                return Hash(value.Utf8);
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        foreach (var each in bytes)
            rest = (rest << 8) | each;
        return Mix(Mix(hash ^ rest));
    }

    /// <summary>The finalizer of SplitMix64: a permutation, so that different numbers have different hashes.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
