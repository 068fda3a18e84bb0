using System.Buffers;

namespace FlowLog.Reports;

/// <summary>The number of a key a row, and the keys by number.</summary>
internal sealed class RowCodes(int rows) : IDisposable
{
    private readonly CodeTable _keys = new(rows);
    private readonly int[] _codes = ArrayPool<int>.Shared.Rent(Math.Max(1, rows));

    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, rows);

    public int Count => _keys.Count;

    public ulong this[int code] => _keys[code];

    /// <summary>Numbers the key of a row.</summary>
    public int Add(int row, ulong key) => _codes[row] = _keys.Code(key);

    public void Dispose()
    {
        _keys.Dispose();
        ArrayPool<int>.Shared.Return(_codes);
    }
}
