using System.Text.RegularExpressions;
using FlowLog.Query;
using FlowLog.Query.Search;
using FlowLog.Query.Sql;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;

namespace FlowLog.Sql.Running;

/// <summary>What SQLite says as a problem with a place in the query.</summary>
internal static partial class Problems
{
    /// <summary>A code that SQLite does not have.</summary>
    public const int AnswerTooLarge = -1;

    private const int Unauthorized = 23;

    public static QueryProblem TimedOut(SqlStatement sql, QueryLimits limits) =>
        Whole(sql, Codes.TimedOut, FormattableString.Invariant($"The query takes longer than {limits.Time.TotalSeconds} s."));

    public static QueryProblem Of(SqlStatement sql, Translated translated, SqliteFailure failure)
    {
        var place = failure.Offset < 0 ? -1 : translated.Sql.OffsetOf(failure.Offset);
        return failure.Code switch
        {
            SqliteCodes.OutOfMemory or SqliteCodes.Full => Whole(sql, Codes.OutOfMemory, "The query takes more memory than it may; group or sort fewer rows."),
            SqliteCodes.TooBig => Whole(sql, Codes.TextTooLong, "A text is longer than texts may be."),
            AnswerTooLarge => Whole(sql, Codes.AnswerTooLarge, failure.Message),
            Unauthorized => Denied(sql, failure.Message),
            _ => Of(sql, failure.Message, place),
        };
    }

    private static QueryProblem Of(SqlStatement sql, string message, int place)
    {
        if (Unknown().Match(message) is { Success: true } unknown)
            return Missing(sql, unknown.Groups[1].Value, unknown.Groups[2].Value.Trim('"'), place);
        if (WrongCount().Match(message) is { Success: true } wrong)
            return Arguments(sql, wrong.Groups[1].Value);
        if (Forbidden().Match(message) is { Success: true } forbidden)
            return Missing(sql, "function", forbidden.Groups[1].Value, place);
        if (message.StartsWith("incomplete input", StringComparison.Ordinal))
            return Syntax(sql, "", -1);
        if (Near().Match(message) is { Success: true } near)
            return Syntax(sql, near.Groups[1].Value, place);
        if (OfFunction().Match(message) is { Success: true } value && SqlFunctions.Find(value.Groups[1].Value) is not null)
            return At(sql, ShownName(value.Groups[1].Value), -1, Codes.InvalidValue, ShownName(value.Groups[1].Value) + message[value.Groups[1].Length..]);
        return At(sql, null, place, CodeOf(message), Sentence(message));
    }

    private static string CodeOf(string message) => message switch
    {
        "integer overflow" => Codes.Overflow,
        _ when message.StartsWith("ambiguous column name", StringComparison.Ordinal) => Codes.AmbiguousColumn,
        _ when message.Contains("too many", StringComparison.Ordinal) || message.Contains("too large", StringComparison.Ordinal) || message.Contains("overflow", StringComparison.Ordinal) || message == "Recursion limit" => Codes.TooComplex,
        _ when message.StartsWith("not authorized", StringComparison.Ordinal) => Codes.NotReadOnly,
        _ when message.StartsWith("unrecognized token", StringComparison.Ordinal) => Codes.Syntax,
        _ => Codes.Failed,
    };

    private static QueryProblem Missing(SqlStatement sql, string kind, string name, int place)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return kind switch
        {
            "table" or "table-valued function" or "module" => At(sql, last, place, Codes.UnknownTable, $"There is no table {name}; the table is {LogModule.Name}."),
            "function" => At(sql, last, place, Codes.UnknownFunction, $"There is no function {name}; {NearestNames.Of(last, SqlFunctions.Names)}."),
            _ => MissingColumns.Of(sql, name, TokenAt(sql, last, place)),
        };
    }

    private static QueryProblem Denied(SqlStatement sql, string message)
    {
        if (Forbidden().Match(message) is { Success: true } function)
            return Missing(sql, "function", function.Groups[1].Value, -1);
        return Prohibited().Match(message) is { Success: true } table
            ? Missing(sql, "table", table.Groups[1].Value, -1)
            : Whole(sql, Codes.NotReadOnly, "A query only reads the table log.");
    }

    private static QueryProblem Arguments(SqlStatement sql, string name)
    {
        var function = SqlFunctions.Find(name);
        var shown = ShownName(name);
        return At(sql, shown, -1, Codes.WrongArguments, $"Expected {shown}({function?.Arguments}), found another number of arguments.");
    }

    private static QueryProblem Syntax(SqlStatement sql, string found, int place)
    {
        var token = TokenAt(sql, found, place);
        return token.Length == 0
            ? sql.Problem(sql.Text.Length, 0, Codes.Syntax, "Expected more, found the end of the query.")
            : sql.Problem(token.Offset, token.Length, Codes.Syntax, $"{sql.Text.AsSpan(token.Offset, token.Length)} cannot stand here.");
    }

    private static QueryProblem At(SqlStatement sql, string? name, int place, string code, string message)
    {
        var token = TokenAt(sql, name, place);
        return token.Length == 0 ? Whole(sql, code, message) : sql.Problem(token.Offset, token.Length, code, message);
    }

    /// <summary>The piece at a place, or else the first that is the name.</summary>
    private static SqlToken TokenAt(SqlStatement sql, string? name, int place)
    {
        var named = sql.Tokens.FirstOrDefault(token => string.Equals(token.Text, name, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? named : sql.Tokens.FirstOrDefault(token => token.Offset <= place && place < token.End);
    }

    private static QueryProblem Whole(SqlStatement sql, string code, string message) => sql.Problem(0, sql.Text.Length, code, message);

    private static string ShownName(string name) =>
        name.StartsWith("try_cast_", StringComparison.Ordinal) ? "TRY_CAST" : name.StartsWith("cast_", StringComparison.Ordinal) ? "CAST" : name;

    private static string Sentence(string message) => message.Length == 0 ? message : char.ToUpperInvariant(message[0]) + message[1..].TrimEnd('.') + ".";

    [GeneratedRegex(@"^no such (column|function|table|table-valued function|module): (.+?)( - should this be a string literal in single-quotes\?)?$")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^wrong number of arguments to function (\w+)\(\)")]
    private static partial Regex WrongCount();

    [GeneratedRegex(@"^not authorized to use function: (\w+)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^access to (?:\w+\.)?(\w+)\.\S* is prohibited")]
    private static partial Regex Prohibited();

    [GeneratedRegex("^near \"(.*)\": syntax error", RegexOptions.Singleline)]
    private static partial Regex Near();

    [GeneratedRegex(@"^(\w+): ")]
    private static partial Regex OfFunction();
}
