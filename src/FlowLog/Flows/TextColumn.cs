namespace FlowLog.Flows;

/// <summary>A column of texts of which few differ: each row is a code into the list of different ones.</summary>
public sealed class TextColumn
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private int[] _rows;

    public TextColumn(int capacity = 0) => _rows = new int[capacity];

    /// <param name="values">Different texts.</param>
    /// <param name="rows">A code per row; kept, not copied.</param>
    public TextColumn(IReadOnlyList<string> values, int[] rows)
    {
        foreach (var value in values)
            CodeOf(value);
        _rows = rows;
        Count = rows.Length;
    }

    public int Count { get; private set; }

    /// <summary>The different texts, by code.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>A code per row.</summary>
    public ReadOnlySpan<int> Codes => _rows.AsSpan(0, Count);

    public string this[int row] => _values[_rows[row]];

    public void Add(string value)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(16, Count * 2));
        _rows[Count++] = CodeOf(value);
    }

    private int CodeOf(string value)
    {
        if (_codes.TryGetValue(value, out var code))
            return code;
        _values.Add(value);
        return _codes[value] = _values.Count - 1;
    }
}
