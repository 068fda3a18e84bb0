using System.Globalization;

namespace FlowLog.Sql.Functions;

/// <summary>The pieces of which patterns of times consist.</summary>
internal static class DatePieces
{
    public const string All = "%Y %y %m %c %M %b %d %e %j %W %a %H %k %h %I %l %i %s %S %f %p %T %r %%";

    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    public static bool Exists(char piece) => piece != ' ' && All.Contains($"%{piece}", StringComparison.Ordinal);

    public static string Write(char piece, DateTime date) => piece switch
    {
        'Y' => Digits(date.Year, 4),
        'y' => Digits(date.Year % 100, 2),
        'm' => Digits(date.Month, 2),
        'c' => Digits(date.Month, 1),
        'M' => Names.GetMonthName(date.Month),
        'b' => Names.GetAbbreviatedMonthName(date.Month),
        'd' => Digits(date.Day, 2),
        'e' => Digits(date.Day, 1),
        'j' => Digits(date.DayOfYear, 3),
        'W' => Names.GetDayName(date.DayOfWeek),
        'a' => Names.GetAbbreviatedDayName(date.DayOfWeek),
        'H' => Digits(date.Hour, 2),
        'k' => Digits(date.Hour, 1),
        'h' or 'I' => Digits(Twelve(date.Hour), 2),
        'l' => Digits(Twelve(date.Hour), 1),
        'i' => Digits(date.Minute, 2),
        's' or 'S' => Digits(date.Second, 2),
        'f' => Digits(date.Millisecond * 1_000, 6),
        'p' => date.Hour < 12 ? "AM" : "PM",
        'T' => date.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        'r' => date.ToString("hh:mm:ss tt", CultureInfo.InvariantCulture),
        _ => "%",
    };

    /// <returns>False if the text does not go on so.</returns>
    public static bool TryRead(char piece, string text, ref int at, DateParts parts)
    {
        switch (piece)
        {
            case 'Y':
                return TryNumber(text, ref at, 4, value => parts.Year = value);
            case 'y':
                return TryNumber(text, ref at, 2, value => parts.Year = value + (value < 70 ? 2000 : 1900));
            case 'm' or 'c':
                return TryNumber(text, ref at, 2, value => parts.Month = value);
            case 'M':
                return TryName(text, ref at, Names.MonthNames, value => parts.Month = value + 1);
            case 'b':
                return TryName(text, ref at, Names.AbbreviatedMonthNames, value => parts.Month = value + 1);
            case 'd' or 'e':
                return TryNumber(text, ref at, 2, value => parts.Day = value);
            case 'H' or 'k' or 'h' or 'I' or 'l':
                return TryNumber(text, ref at, 2, value => parts.Hour = value);
            case 'i':
                return TryNumber(text, ref at, 2, value => parts.Minute = value);
            case 's' or 'S':
                return TryNumber(text, ref at, 2, value => parts.Second = value);
            case 'f':
                return TryFraction(text, ref at, parts);
            case 'p':
                return TryName(text, ref at, ["AM", "PM"], value => parts.IsAfternoon = value == 1);
            case 'T':
                return TryAll("H:i:s", text, ref at, parts);
            case 'r':
                return TryAll("h:i:s p", text, ref at, parts);
            case '%':
                return at < text.Length && text[at++] == '%';
            default:
                return false;
        }
    }

    private static bool TryAll(string pieces, string text, ref int at, DateParts parts)
    {
        foreach (var piece in pieces)
        {
            if (char.IsLetter(piece) ? !TryRead(piece, text, ref at, parts) : at >= text.Length || text[at++] != piece)
                return false;
        }

        return true;
    }

    private static bool TryNumber(string text, ref int at, int most, Action<int> set)
    {
        var (start, value) = (at, 0);
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at]))
            value = (value * 10) + (text[at++] - '0');
        set(value);
        return at > start;
    }

    private static bool TryFraction(string text, ref int at, DateParts parts)
    {
        var start = at;
        if (!TryNumber(text, ref at, 9, _ => { }))
            return false;
        parts.Millisecond = (int)(int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture) * Math.Pow(10, 3 - (at - start)));
        return true;
    }

    private static bool TryName(string text, ref int at, IReadOnlyList<string> names, Action<int> set)
    {
        for (var name = 0; name < names.Count; name++)
        {
            if (names[name].Length > 0 && string.Compare(text, at, names[name], 0, names[name].Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                at += names[name].Length;
                set(name);
                return true;
            }
        }

        return false;
    }

    private static int Twelve(int hour) => hour % 12 == 0 ? 12 : hour % 12;

    private static string Digits(int number, int least) => number.ToString(CultureInfo.InvariantCulture).PadLeft(least, '0');
}
