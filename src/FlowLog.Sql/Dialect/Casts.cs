namespace FlowLog.Sql.Dialect;

/// <summary>
/// <c>CAST(x AS type)</c> becomes a call of a function, as SQLite's makes a number of any text; and <c>TIMESTAMP '…'</c>, <c>DATE '…'</c>.
/// </summary>
internal static class Casts
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bigint"] = "bigint",
        ["integer"] = "bigint",
        ["int"] = "bigint",
        ["smallint"] = "bigint",
        ["tinyint"] = "bigint",
        ["double"] = "double",
        ["real"] = "double",
        ["float"] = "double",
        ["decimal"] = "double",
        ["varchar"] = "varchar",
        ["char"] = "varchar",
        ["text"] = "varchar",
        ["string"] = "varchar",
        ["boolean"] = "boolean",
        ["timestamp"] = "timestamp",
        ["date"] = "date",
    };

    public static void Translate(Translation translation)
    {
        var pieces = translation.Pieces;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces.IsCall(at, "CAST") || pieces.IsCall(at, "TRY_CAST"))
                Cast(translation, at);
            else if ((pieces.Is(at, "TIMESTAMP") || pieces.Is(at, "DATE")) && pieces[at + 1].Kind == Query.Sql.SqlTokenKind.String)
                Literal(translation, at);
        }
    }

    private static void Cast(Translation translation, int at)
    {
        var pieces = translation.Pieces;
        var end = pieces.PartnerOf(at + 1);
        if (end < 0)
            return;
        var asWord = pieces.Plain(at + 2, end).LastOrDefault(place => pieces.Is(place, "AS"), -1);
        if (asWord < 0)
            throw translation.Problem(at, Codes.Syntax, "Expected a type, as in CAST(x AS bigint).");
        if (!Types.TryGetValue(pieces[asWord + 1].Text ?? "", out var type) || asWord + 1 == end)
            throw translation.Problem(asWord + 1, Codes.UnknownType, $"There is no type {pieces[asWord + 1].Text}; there are bigint, double, varchar, boolean, timestamp and date.");
        translation.Replace(at, at, (pieces.Is(at, "CAST") ? "cast_" : "try_cast_") + type);
        translation.Replace(asWord, end - 1, LengthOf(pieces, asWord + 2, type));
    }

    /// <summary>Of <c>varchar(3)</c> the length counts; others are bounds that do not hold here.</summary>
    private static string LengthOf(SqlPieces pieces, int at, string type) =>
        type == "varchar" && pieces.IsOperator(at, "(") && pieces[at + 1].Kind == Query.Sql.SqlTokenKind.Number ? $", {pieces[at + 1].Text}" : "";

    private static void Literal(Translation translation, int at)
    {
        translation.Replace(at, at, translation.Pieces.Is(at, "DATE") ? "cast_date(" : "cast_timestamp(");
        translation.Append(at + 1, ")");
    }
}
