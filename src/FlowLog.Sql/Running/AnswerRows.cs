using FlowLog.Query;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Running;

/// <summary>The rows of an answer as they come, and what their columns turn out to be.</summary>
internal sealed class AnswerRows(Statement statement)
{
    /// <summary>What a value takes beside its own bytes.</summary>
    private const int ValueBytes = 24;

    private readonly List<object?[]> _rows = [];
    private readonly bool[] _hasReal = new bool[statement.Columns];
    private readonly bool[] _hasText = new bool[statement.Columns];
    private readonly bool[] _hasInteger = new bool[statement.Columns];

    public int Count => _rows.Count;

    /// <summary>About how much memory they take.</summary>
    public long Bytes { get; private set; }

    public void Add()
    {
        var row = new object?[statement.Columns];
        for (var column = 0; column < row.Length; column++)
            row[column] = Read(column);
        _rows.Add(row);
    }

    /// <param name="isCut">Whether there are more.</param>
    public QueryTable Table(bool isCut)
    {
        var columns = Enumerable.Range(0, statement.Columns).Select(column => new QueryColumn(statement.Name(column), TypeOf(column))).ToList();
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column].Type == QueryType.Real && _hasInteger[column])
                MakeReal(column);
            else if (columns[column].Type == QueryType.Text && (_hasInteger[column] || _hasReal[column]))
                MakeText(column);
        }

        return new(columns, _rows) { IsCut = isCut };
    }

    private object? Read(int column)
    {
        var value = statement.Value(column);
        Bytes += ValueBytes;
        switch (value.Type)
        {
            case SqliteCodes.Integer:
                _hasInteger[column] = true;
                return value.Integer;
            case SqliteCodes.Real:
                _hasReal[column] = true;
                return value.Real;
            case SqliteCodes.Null:
                return null;
            default:
                _hasText[column] = true;
                var text = value.Text;
                Bytes += text.Length * sizeof(char);
                return text;
        }
    }

    private QueryType TypeOf(int column)
    {
        if (_hasText[column])
            return QueryType.Text;
        if (_hasReal[column])
            return QueryType.Real;
        return !_hasInteger[column] && statement.DeclaredType(column) == "varchar" ? QueryType.Text : QueryType.Integer;
    }

    private void MakeReal(int column)
    {
        foreach (var row in _rows)
            row[column] = row[column] is long number ? (double)number : row[column];
    }

    private void MakeText(int column)
    {
        foreach (var row in _rows)
            row[column] = row[column] is IFormattable number ? NumberText.Of(number) : row[column];
    }
}
