namespace FlowLog.Query.Sql;

/// <summary>A piece of SQL.</summary>
/// <param name="Text">Its meaning: a name or a text without its quotes, anything else as it is written.</param>
/// <param name="Offset">In UTF-16 units from the start of the statement's text.</param>
/// <param name="Length">In UTF-16 units, with quotes.</param>
public readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Offset, int Length)
{
    /// <summary>Where the next piece can begin.</summary>
    public int End => Offset + Length;

    /// <summary>Whether this is the keyword, in upper or lower case.</summary>
    public bool Is(string word) => Kind == SqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public bool IsOperator(string text) => Kind == SqlTokenKind.Operator && Text == text;
}
