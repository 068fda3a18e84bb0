namespace FlowLog.Flows;

/// <summary>A column of texts of which few differ: each row is a code into the list of different ones.</summary>
public sealed class TextColumn
{
    private readonly List<string> _values;
    private Dictionary<string, int>? _codes;
    private int[] _rows;

    public TextColumn(int capacity = 0) => (_values, _rows) = ([], new int[capacity]);

    /// <param name="values">Different texts.</param>
    /// <param name="rows">A code per row; kept, not copied.</param>
    public TextColumn(IReadOnlyList<string> values, int[] rows)
    {
        _values = [.. values];
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
        var code = Count > 0 && value == this[Count - 1] ? _rows[Count - 1] : CodeOf(value);
        _rows[Count++] = code;
    }

    private int CodeOf(string value)
    {
        if (Codebook().TryGetValue(value, out var code))
            return code;
        _values.Add(value);
        return Codebook()[value] = _values.Count - 1;
    }

    /// <summary>Codes by text; made when first needed, as columns that were decoded never are added to.</summary>
    private Dictionary<string, int> Codebook()
    {
        if (_codes is not null)
            return _codes;
        _codes = new(StringComparer.Ordinal);
        for (var code = 0; code < _values.Count; code++)
            _codes[_values[code]] = code;
        return _codes;
    }
}
