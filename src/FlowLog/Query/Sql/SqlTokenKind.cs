namespace FlowLog.Query.Sql;

/// <summary>What a piece of SQL is.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in double quotes or backticks.</summary>
    QuotedName,

    /// <summary>A text in single quotes.</summary>
    String,

    /// <summary>A number without a sign: whole, with a fraction or an exponent, or hexadecimal.</summary>
    Number,

    /// <summary>Bytes: <c>x'00ff'</c>.</summary>
    Blob,

    /// <summary>An operator or a mark such as a comma or a bracket.</summary>
    Operator,
}
