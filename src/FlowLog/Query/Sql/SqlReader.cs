namespace FlowLog.Query.Sql;

/// <summary>A place among the pieces of a statement.</summary>
internal sealed class SqlReader(SqlStatement statement)
{
    /// <summary>How deep expressions and selections may lie in each other, and how many operators there may be: bounds of recursion.</summary>
    private const int Deepest = 60;
    private const int MostOperations = 400;

    private int _at;
    private int _depth;
    private int _operations;

    public bool IsAtEnd => _at >= statement.Tokens.Count;

    public SqlToken Current => IsAtEnd ? default : statement.Tokens[_at];

    public SqlToken Next => _at + 1 < statement.Tokens.Count ? statement.Tokens[_at + 1] : default;

    /// <summary>Goes past the piece, which it returns.</summary>
    public SqlToken Take()
    {
        var token = Current;
        _at++;
        return token;
    }

    public bool TakeWord(string word)
    {
        var found = !IsAtEnd && Current.Is(word);
        _at += found ? 1 : 0;
        return found;
    }

    public bool TakeWords(string first, string second)
    {
        var found = !IsAtEnd && Current.Is(first) && Next.Is(second);
        _at += found ? 2 : 0;
        return found;
    }

    public bool TakeOperator(string text)
    {
        var found = !IsAtEnd && Current.IsOperator(text);
        _at += found ? 1 : 0;
        return found;
    }

    /// <summary>Takes a name, quoted or not; null if there is none.</summary>
    public string? TakeName()
    {
        var isName = !IsAtEnd && (Current.Kind == SqlTokenKind.QuotedName || (Current.Kind == SqlTokenKind.Word && !SqlWords.IsReserved(Current.Text)));
        return isName ? Take().Text : null;
    }

    /// <summary>What was written from a place on to this one.</summary>
    /// <param name="start">Where a piece begins.</param>
    public string Written(int start) => statement.Text[start..statement.Tokens[_at - 1].End];

    /// <summary>Reads what lies within something, if that is not too deep.</summary>
    public T? Within<T>(Func<T?> read)
        where T : class
    {
        if (++_depth > Deepest)
            return null;
        var found = read();
        _depth--;
        return found;
    }

    /// <summary>Whether one operator more is not too many.</summary>
    public bool CanOperate() => ++_operations <= MostOperations;
}
