using System.Globalization;

namespace FlowLog.Sql.Functions;

/// <summary>Functions of time. A time is a text such as <c>2026-01-01 00:00:00.000</c>, always in UTC, or Unix seconds.</summary>
internal static class TimeFunctions
{
    private const string Noon = "'2026-01-15 12:34:56.789'";

    public static readonly IReadOnlyList<SqlFunction> All =
    [
        Of("from_unixtime", "seconds", "The time of Unix seconds, which may have a fraction.", "from_unixtime(1767225600)", "2026-01-01 00:00:00.000", call => TimeText.Set(call.Result, call.Time(0))),
        Of("to_unixtime", "time", "Unix seconds of a time, as a real number.", "to_unixtime('2026-01-01 00:00:00')", "1767225600.0", call => call.Result.Set(call.Time(0) / 1_000.0)),
        Of("date_trunc", "unit, time", "When the millisecond, second, minute, hour, day, week (from Monday on), month, quarter or year began.", $"date_trunc('hour', {Noon})", "2026-01-15 12:00:00.000", call => TimeText.Set(call.Result, TimeUnits.Floor(call.Memory.Unit.Of(call[0].Utf8), call.Time(1)))),
        Of("date_add", "unit, n, time", "The time n units later; earlier if n is negative. A month later than the 31st may be the 30th.", $"date_add('day', -1, {Noon})", "2026-01-14 12:34:56.789", call => TimeText.Set(call.Result, TimeUnits.Add(call.Memory.Unit.Of(call[0].Utf8), call.Integer(1), call.Time(2)))),
        Of("date_diff", "unit, from, to", "Whole units from one time to another.", $"date_diff('minute', '2026-01-15 12:00:00', {Noon})", "34", call => call.Result.Set(TimeUnits.Difference(call.Memory.Unit.Of(call[0].Utf8), call.Time(1), call.Time(2)))),
        Of("date_format", "time, pattern", $"The time as MySQL's pattern says: {DatePieces.All}.", $"date_format({Noon}, '%H:%i')", "12:34", call => call.Result.Set(call.Memory.Format.Of(call[1].Utf8).Write(Date(call)))),
        Of("date_parse", "text, pattern", "The time that is written as the pattern says.", "date_parse('15/01/2026', '%d/%m/%Y')", "2026-01-15 00:00:00.000", call => TimeText.Set(call.Result, TimeText.Of(call.Memory.Format.Of(call[1].Utf8).Read(call.Text(0))))),
        Of("time_series", "time, window, pattern, padding", "The start of the window that holds the time, as the pattern says. A window is such as 30s, 1m, 2h or 1d. Where the rows of an answer are grouped by it alone, windows without records are filled in; see below.", $"time_series({Noon}, '5m', '%Y-%m-%d %H:%i', '0')", "2026-01-15 12:30", Series),
        Of("now", "", "When the query began; also CURRENT_TIMESTAMP. CURRENT_DATE is date(now()).", "length(now())", "23", call => TimeText.Set(call.Result, call.Memory.Now.ToUnixTimeMilliseconds())),
        Of("date", "time", "The day of a time.", $"date({Noon})", "2026-01-15", call => call.Result.Set(Day(Date(call)))),
        Of("to_iso8601", "time", "The time as ISO 8601 has it.", $"to_iso8601({Noon})", "2026-01-15T12:34:56.789Z", call => call.Result.Set(Date(call).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))),
        Part("year", "The year.", "2026", date => date.Year),
        Part("quarter", "The quarter, 1 to 4.", "1", date => ((date.Month - 1) / 3) + 1),
        Part("month", "The month, 1 to 12.", "1", date => date.Month),
        Part("week", "The week, 1 to 53, as ISO 8601 counts.", "3", date => ISOWeek.GetWeekOfYear(date)),
        Part("day", "The day of the month.", "15", date => date.Day),
        Part("day_of_month", "The same as day.", "15", date => date.Day),
        Part("day_of_week", "1 Monday to 7 Sunday.", "4", date => (((int)date.DayOfWeek + 6) % 7) + 1),
        Part("day_of_year", "The day of the year.", "15", date => date.DayOfYear),
        Part("hour", "The hour, 0 to 23; also EXTRACT(hour FROM time), as with the other parts.", "12", date => date.Hour),
        Part("minute", "The minute.", "34", date => date.Minute),
        Part("second", "The second.", "56", date => date.Second),
        Part("millisecond", "The millisecond.", "789", date => date.Millisecond),
    ];

    private static SqlFunction Of(string name, string arguments, string meaning, string example, string result, ScalarBody body) =>
        new(name, arguments, meaning, example, result) { Body = body };

    private static SqlFunction Part(string name, string meaning, string result, Func<DateTime, long> part) =>
        Of(name, "time", meaning, $"{name}({Noon})", result, call => call.Result.Set(part(Date(call))));

    private static DateTime Date(FunctionCall call) => TimeText.DateOf(call.Time(0));

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Series(FunctionCall call)
    {
        var (time, length) = (call.Time(0), call.Memory.Window.Of(call[1].Utf8) * 1_000);
        call.Result.Set(call.Memory.Format.Of(call[2].Utf8).Write(TimeText.DateOf(time - (((time % length) + length) % length))));
    }
}
