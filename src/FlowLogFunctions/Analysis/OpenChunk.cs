using FlowLog.Flows;

namespace FlowLogFunctions.Analysis;

/// <summary>A chunk that is being read: its rows of the range in the order of the scan, and how far it has come.</summary>
internal sealed class OpenChunk
{
    private readonly bool _reverse;
    private readonly RecordHash _hash;
    private readonly long[] _starts;
    private readonly int[] _order;
    private readonly ulong[] _hashes;
    private int _next;
    private int _hashed;

    public OpenChunk(FlowColumns rows, TimeRange range, bool reverse)
    {
        (Rows, _reverse, _hash) = (rows, reverse, new RecordHash(rows));
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        _order = [.. Enumerable.Range(0, rows.Count).Where(row => starts[row] >= range.From && starts[row] < range.To)];
        _starts = [.. _order.Select(row => starts[row])];
        Array.Sort(_starts, _order);
        if (reverse)
        {
            Array.Reverse(_starts);
            Array.Reverse(_order);
        }

        _hashes = new ulong[_order.Length];
        HashSecond();
    }

    public FlowColumns Rows { get; }

    public bool IsAtEnd => _next == _order.Length;

    /// <summary>The row number of the next record.</summary>
    public int Row => _order[_next];

    /// <summary>The next record's place, as if it were the first of its kind.</summary>
    public RecordPlace Place => new(_starts[_next], _hashes[_next], 0);

    public void Advance()
    {
        _next++;
        if (_next == _hashed)
            HashSecond();
    }

    /// <summary>Puts the rows of the next second in their order; only when it is reached, as most are read for a page.</summary>
    private void HashSecond()
    {
        var from = _hashed;
        while (_hashed < _order.Length && _starts[_hashed] == _starts[from])
            _hashes[_hashed] = _hash.Of(_order[_hashed++]);
        Array.Sort(_hashes, _order, from, _hashed - from);
        if (!_reverse)
            return;
        Array.Reverse(_hashes, from, _hashed - from);
        Array.Reverse(_order, from, _hashed - from);
    }
}
