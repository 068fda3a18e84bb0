namespace FlowLog.Query.Search;

internal enum SearchTokenKind
{
    Word,

    /// <summary>A text in quotes.</summary>
    Quoted,
    Colon,
    Comma,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,

    /// <summary>What no search has.</summary>
    Other,

    /// <summary>The end of the text.</summary>
    End,
}
