using FlowLog.Flows;

namespace FlowLogFunctions.Analysis;

/// <summary>A chunk that is being read: its rows in the order of the scan, and how far it has come.</summary>
internal sealed class OpenChunk
{
    private readonly string _name;
    private readonly int[] _order;
    private int _next;

    public OpenChunk(string name, FlowColumns rows, bool reverse)
    {
        (_name, Rows) = (name, rows);
        var starts = rows.Numbers(FlowFields.Start).ToArray();
        _order = [.. Enumerable.Range(0, rows.Count).OrderBy(row => starts[row]).ThenBy(row => row)];
        if (reverse)
            Array.Reverse(_order);
    }

    public FlowColumns Rows { get; }

    public bool IsAtEnd => _next == _order.Length;

    /// <summary>The row number of the next record.</summary>
    public int Row => _order[_next];

    public RecordPlace Place => new(Rows.Numbers(FlowFields.Start)[Row], _name, Row);

    public void Advance() => _next++;
}
