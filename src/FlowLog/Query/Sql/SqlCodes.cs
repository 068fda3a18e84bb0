namespace FlowLog.Query.Sql;

/// <summary>What can be wrong with a query's text before it is run, beside its search. Codes are stable; docs/search-and-sql.md lists them.</summary>
public static class SqlCodes
{
    /// <summary>More characters than <see cref="FlowQuery.LongestText"/>.</summary>
    public const string TooLong = "QueryTooLong";

    /// <summary>A bar without SQL behind it.</summary>
    public const string Empty = "EmptyStatement";

    /// <summary>A statement that is not SELECT, WITH or VALUES.</summary>
    public const string NotReadOnly = "NotReadOnly";

    /// <summary>Something behind the semicolon.</summary>
    public const string SeveralStatements = "SeveralStatements";

    /// <summary>A text without its closing '.</summary>
    public const string UnterminatedText = "UnterminatedText";

    /// <summary>A name without its closing quote.</summary>
    public const string UnterminatedName = "UnterminatedName";

    /// <summary>A comment without its end.</summary>
    public const string UnterminatedComment = "UnterminatedComment";

    /// <summary>Digits with letters behind them.</summary>
    public const string MalformedNumber = "MalformedNumber";

    /// <summary>Bytes that are no pairs of hexadecimal digits.</summary>
    public const string MalformedBlob = "MalformedBlob";

    /// <summary>A character that has no meaning in SQL.</summary>
    public const string UnexpectedCharacter = "UnexpectedCharacter";
}
