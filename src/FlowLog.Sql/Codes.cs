namespace FlowLog.Sql;

/// <summary>Codes of problems that are found while a statement is run; docs/search-and-sql.md lists them.</summary>
internal static class Codes
{
    public const string Syntax = "SqlSyntaxError";
    public const string UnknownColumn = "UnknownColumn";
    public const string AmbiguousColumn = "AmbiguousColumn";
    public const string UnknownFunction = "UnknownFunction";
    public const string WrongArguments = "WrongArguments";
    public const string UnknownTable = "UnknownTable";
    public const string UnknownType = "UnknownType";
    public const string NotReadOnly = "NotReadOnly";
    public const string TooComplex = "QueryTooComplex";
    public const string TimedOut = "QueryTimedOut";
    public const string TooManyRows = "TooManyRows";
    public const string AnswerTooLarge = "AnswerTooLarge";
    public const string TextTooLong = "TextTooLong";
    public const string OutOfMemory = "OutOfMemory";
    public const string Overflow = "IntegerOverflow";
    public const string InvalidValue = "InvalidValue";
    public const string Failed = "SqlFailed";
}
