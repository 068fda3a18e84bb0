using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary><c>UNNEST(ARRAY[a, b]) AS t(x)</c> becomes a table of its own, which takes the elements as arguments.</summary>
internal static class Unnesting
{
    /// <summary>Elements of a list.</summary>
    public const int MostElements = 32;

    private const string Column = "_col0";

    public static void Translate(Translation translation)
    {
        var pieces = translation.Pieces;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces.IsCall(at, "UNNEST"))
                Translate(translation, at);
        }
    }

    private static void Translate(Translation translation, int at)
    {
        var pieces = translation.Pieces;
        var (opening, closing) = (at + 3, pieces.PartnerOf(at + 3));
        if (!pieces.Is(at + 2, "ARRAY") || !pieces.IsOperator(opening, "[") || closing < 0 || pieces.PartnerOf(at + 1) != closing + 1)
            throw translation.Problem(at, Codes.Syntax, "Expected one list, as in UNNEST(ARRAY[srcaddr, dstaddr]) AS t(addr).");
        var elements = closing == opening + 1 ? 0 : 1 + pieces.Plain(opening + 1, closing).Count(place => pieces.IsOperator(place, ","));
        if (elements is 0 or > MostElements)
            throw translation.Problem(opening, closing, Codes.Syntax, $"A list has 1 to {MostElements} elements; this one has {elements}.");
        var name = $"{ListTable.Prefix}{translation.Lists.Count + 1}";
        translation.Replace(at, opening, name + "(");
        translation.Replace(closing, closing + 1, ")");
        Name(translation, closing + 2, new(name, Column, null, elements));
    }

    /// <summary>Reads <c>[WITH ORDINALITY] [AS] t(x, n)</c>; SQLite takes the table's name only.</summary>
    private static void Name(Translation translation, int at, ListTable table)
    {
        var pieces = translation.Pieces;
        var hasNumbers = pieces.Is(at, "WITH") && pieces.Is(at + 1, "ORDINALITY");
        if (hasNumbers)
        {
            translation.Replace(at, at + 1, "");
            table = table with { Number = "ordinality" };
            at += 2;
        }

        at += pieces.Is(at, "AS") ? 1 : 0;
        var columns = at + 1;
        var end = pieces.PartnerOf(columns);
        if (IsName(pieces[at]) && pieces.IsOperator(columns, "(") && end > columns)
        {
            var names = Enumerable.Range(columns + 1, end - columns - 1).Where(place => IsName(pieces[place])).Select(place => pieces[place].Text).ToList();
            table = table with { Column = names.FirstOrDefault(table.Column), Number = hasNumbers ? names.ElementAtOrDefault(1) ?? table.Number : null };
            translation.Replace(columns, end, "");
        }

        translation.Lists.Add(table);
    }

    private static bool IsName(SqlToken token) => token.Length > 0 && token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;
}
