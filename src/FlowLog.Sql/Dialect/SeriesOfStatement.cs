using System.Globalization;
using FlowLog.Query.Sql;
using FlowLog.Sql.Functions;

namespace FlowLog.Sql.Dialect;

/// <summary>Finds out whether an answer is a series: one item is <c>time_series(…)</c>, and it alone is what rows are grouped and sorted by.</summary>
internal sealed class SeriesOfStatement
{
    private static readonly string[] Others = ["HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT"];

    private readonly Translation _translation;
    private readonly SqlPieces _pieces;
    private readonly List<int> _plain;

    private SeriesOfStatement(Translation translation)
    {
        (_translation, _pieces) = (translation, translation.Pieces);
        _plain = [.. _pieces.Plain(0, _pieces.Count)];
    }

    /// <returns>Null if it is none.</returns>
    /// <exception cref="QueryFailedException">Its window, its pattern or its padding is none.</exception>
    public static Series? Of(Translation translation) => new SeriesOfStatement(translation).Find();

    private Series? Find()
    {
        var items = SelectItems.Of(_pieces);
        var column = items.FindIndex(item => _pieces.IsCall(item.First, "time_series"));
        if (column < 0 || _plain.Any(at => Others.Any(word => _pieces.Is(at, word))))
            return null;
        var (first, last) = items[column];
        var end = _pieces.PartnerOf(first + 1);
        var isAlone = end == last || (end == last - 1 && IsName(last)) || (end == last - 2 && _pieces.Is(last - 1, "AS"));
        if (!isAlone || !IsBy("GROUP", column, items[column], out _) || (Has("ORDER") && !IsBy("ORDER", column, items[column], out _)))
            return null;
        IsBy("ORDER", column, items[column], out var isDescending);
        return Read(column, SelectItems.Split(_pieces, first + 2, end), isDescending);
    }

    private Series? Read(int column, List<(int First, int Last)> arguments, bool isDescending)
    {
        if (arguments.Count != 4 || arguments.Skip(1).Any(argument => argument.First != argument.Last || _pieces[argument.First].Kind is not (SqlTokenKind.String or SqlTokenKind.Number)))
            return null;
        var padding = _pieces[arguments[3].First].Text;
        var number = 0.0;
        if (padding != "null" && !double.TryParse(padding, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            throw _translation.Problem(arguments[3].First, Codes.InvalidValue, "A padding is 'null' or a number such as '0'.");
        return new(
            column,
            Made(arguments[1].First, TimeWindow.SecondsOf),
            Made(arguments[2].First, text => new DatePattern(text)),
            padding == "null" ? null : number,
            isDescending);
    }

    private T Made<T>(int at, Func<string, T> make)
    {
        try
        {
            return make(_pieces[at].Text);
        }
        catch (InvalidValueException exception)
        {
            throw _translation.Problem(at, Codes.InvalidValue, $"time_series: {exception.Message}.");
        }
    }

    private bool Has(string word) => Place(word) >= 0;

    private int Place(string word) => _plain.FirstOrDefault(at => _pieces.Is(at, word) && _pieces.Is(at + 1, "BY"), -1);

    /// <summary>Whether GROUP BY or ORDER BY names the item alone: by its name, its number, or as it is written.</summary>
    private bool IsBy(string word, int column, (int First, int Last) item, out bool isDescending)
    {
        isDescending = false;
        var place = Place(word);
        if (place < 0)
            return false;
        var start = place + 2;
        var end = _plain.FirstOrDefault(at => at >= start && (_pieces.Is(at, "ORDER") || _pieces.Is(at, "LIMIT") || _pieces.Is(at, "OFFSET")), _pieces.Count);
        isDescending = _pieces.Is(end - 1, "DESC");
        end -= isDescending || _pieces.Is(end - 1, "ASC") ? 1 : 0;
        return end == start + 1
            ? _pieces[start].Text == (column + 1).ToString(CultureInfo.InvariantCulture) || (IsName(item.Last) && string.Equals(_pieces[start].Text, _pieces[item.Last].Text, StringComparison.OrdinalIgnoreCase))
            : Enumerable.Range(0, end - start).All(i => item.First + i <= item.Last && _pieces[start + i].Text == _pieces[item.First + i].Text);
    }

    private bool IsName(int at) => _pieces[at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;
}
