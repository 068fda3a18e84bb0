using System.Globalization;
using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary>How many rows are answered: what the statement's LIMIT says, within bounds, or the default.</summary>
internal static class RowLimit
{
    public static void Translate(Translation translation)
    {
        var pieces = translation.Pieces;
        var limit = pieces.Plain(0, pieces.Count).LastOrDefault(at => pieces.Is(at, "LIMIT"), -1);
        translation.HasLimit = limit >= 0;
        translation.MostRows = limit >= 0 ? translation.Limits.MostRows : translation.Limits.Rows;
        if (limit >= 0)
            Check(translation, limit);
        else if (!EndsWithValues(pieces))
            translation.Append(pieces.Count - 1, string.Create(CultureInfo.InvariantCulture, $"\nLIMIT {translation.MostRows + 1L}"));
    }

    private static void Check(Translation translation, int limit)
    {
        var (pieces, limits) = (translation.Pieces, translation.Limits);
        var isPage = pieces.IsOperator(limit + 2, ",");
        var (count, most) = isPage ? (limit + 3, limits.MostRowsOfPage) : (limit + 1, limits.MostRows);
        if (!IsWhole(pieces[limit + 1]) || !IsWhole(pieces[count]))
            throw translation.Problem(limit, Codes.Syntax, "Expected whole numbers behind LIMIT, as in LIMIT 10 or LIMIT 20, 10.");
        if (count + 1 < pieces.Count && !(pieces.Is(count + 1, "OFFSET") && !isPage && count + 3 >= pieces.Count))
            throw translation.Problem(count + 1, Codes.Syntax, $"{pieces[count + 1].Text} cannot stand here.");
        if (NumberOf(pieces[count]) > most)
            throw translation.Problem(count, Codes.TooManyRows, $"At most {most} rows can be asked for{(isPage ? " behind others" : "")}; this is {pieces[count].Text}.");
        if (pieces.Is(limit - 2, "OFFSET"))
            Swap(translation, limit);
        translation.MostRows = (int)NumberOf(pieces[count]);
    }

    /// <summary>Presto writes OFFSET before LIMIT.</summary>
    private static void Swap(Translation translation, int limit)
    {
        var pieces = translation.Pieces;
        translation.Replace(limit - 2, limit + 1, $"LIMIT {pieces[limit + 1].Text} OFFSET {pieces[limit - 1].Text}");
    }

    private static bool IsWhole(SqlToken token) => token.Kind == SqlTokenKind.Number && token.Length > 0 && token.Text.All(char.IsAsciiDigit);

    private static decimal NumberOf(SqlToken token) => decimal.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : decimal.MaxValue;

    /// <summary>Behind VALUES there is no LIMIT.</summary>
    private static bool EndsWithValues(SqlPieces pieces) =>
        pieces.Plain(0, pieces.Count).LastOrDefault(at => pieces.Is(at, "VALUES") || pieces.Is(at, "SELECT"), -1) is >= 0 and var last && pieces.Is(last, "VALUES");
}
