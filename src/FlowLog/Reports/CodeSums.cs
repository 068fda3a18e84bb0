using System.Buffers;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>Sums of traffic by the number of a key, of the rows that have traffic.</summary>
internal sealed class CodeSums : IDisposable
{
    private const int Parts = 4;
    private const int BytesBits = 40;

    private readonly RowTraffic _rows;
    private readonly TrafficSum[] _sums;
    private readonly int _count;

    /// <param name="codes">A number a row.</param>
    /// <param name="count">How many numbers there are.</param>
    public CodeSums(RowTraffic rows, ReadOnlySpan<int> codes, int count)
    {
        (_rows, _count) = (rows, count);
        _sums = ArrayPool<TrafficSum>.Shared.Rent(Math.Max(1, count));
        var sums = _sums.AsSpan(0, count);
        sums.Clear();
        var statuses = rows.Statuses;
        var packets = rows.Packets;
        var bytes = rows.Bytes;
        for (var row = 0; row < codes.Length; row++)
        {
            if (statuses[row] == (long)LogStatus.Ok)
                sums[codes[row]].Add(packets[row], bytes[row]);
        }
    }

    /// <summary>The numbers that any row with traffic has.</summary>
    /// <param name="isKey">Whether a number stands for a key; null if each does.</param>
    public int[] Present(Func<int, bool>? isKey)
    {
        var present = new List<int>(_count);
        for (var code = 0; code < _count; code++)
        {
            if (!_sums[code].IsNone && isKey?.Invoke(code) != false)
                present.Add(code);
        }

        return [.. present];
    }

    /// <summary>Those with the most, in ascending order, and the most that any of the others has.</summary>
    public (int[] Kept, Traffic Missing) Largest(int[] present, int capacity, TopMeasure measure)
    {
        if (present.Length <= capacity)
            return (present, default);
        var sizes = new long[present.Length];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Size(_sums[present[i]].Value, measure);
        var least = Selection.Largest([.. sizes], capacity);
        var ties = capacity - sizes.Count(size => size > least);
        var (kept, missing) = (new List<int>(capacity), default(Traffic));
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] > least || (sizes[i] == least && ties-- > 0))
                kept.Add(present[i]);
            else
                missing = Traffic.Max(missing, _sums[present[i]].Value);
        }

        return ([.. kept], missing);
    }

    /// <summary>What each of these has, in their order.</summary>
    public Share[] Shares(ReadOnlySpan<int> codes, int[] kept)
    {
        var places = ArrayPool<int>.Shared.Rent(Math.Max(1, _count));
        places.AsSpan(0, _count).Fill(-1);
        for (var i = 0; i < kept.Length; i++)
            places[kept[i]] = i;
        var parts = PartsOf(codes, places, kept.Length);
        ArrayPool<int>.Shared.Return(places);
        var shares = new Share[kept.Length];
        for (var (i, at) = (0, 0); i < shares.Length; i++, at += Parts)
            shares[i] = new(_sums[kept[i]].Value, parts[at].Value, parts[at + 1].Value, parts[at + 2].Value, parts[at + 3].Value);
        return shares;
    }

    public void Dispose() => ArrayPool<TrafficSum>.Shared.Return(_sums);

    /// <summary>Four sums a kept number: accepted, refused, in, out.</summary>
    private TrafficSum[] PartsOf(ReadOnlySpan<int> codes, int[] places, int kept)
    {
        var parts = new TrafficSum[kept * Parts];
        var statuses = _rows.Statuses;
        var packets = _rows.Packets;
        var bytes = _rows.Bytes;
        var actions = _rows.Actions;
        var directions = _rows.Directions;
        for (var row = 0; row < codes.Length; row++)
        {
            if (places[codes[row]] is >= 0 and var place && statuses[row] == (long)LogStatus.Ok)
            {
                if (actions[row] is (long)FlowAction.Accept or (long)FlowAction.Reject)
                    parts[(place * Parts) + (int)actions[row] - 1].Add(packets[row], bytes[row]);
                if (directions[row] is (long)Direction.In or (long)Direction.Out)
                    parts[(place * Parts) + (int)directions[row] + 1].Add(packets[row], bytes[row]);
            }
        }

        return parts;
    }

    private static long Size(in Traffic sum, TopMeasure measure) => measure == TopMeasure.Bytes
        ? sum.Bytes
        : (Math.Min(sum.Records, (1L << (63 - BytesBits)) - 1) << BytesBits) | Math.Min(sum.Bytes, (1L << BytesBits) - 1);
}
