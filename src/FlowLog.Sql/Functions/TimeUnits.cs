namespace FlowLog.Sql.Functions;

/// <summary>Arithmetic with units of time. Weeks begin on Monday.</summary>
internal static class TimeUnits
{
    private const int DayOfWeekOfEpoch = 3;

    /// <summary>The unit of a name, in any case.</summary>
    /// <exception cref="InvalidValueException">There is none.</exception>
    public static TimeUnit Of(string name) => Enum.TryParse<TimeUnit>(name, ignoreCase: true, out var unit) && char.IsLetter(name.FirstOrDefault())
        ? unit
        : throw new InvalidValueException($"'{name}' is no unit of time; there are millisecond, second, minute, hour, day, week, month, quarter and year");

    /// <summary>Milliseconds of a unit that is always of the same length; 0 of others.</summary>
    public static long Length(TimeUnit unit) => unit switch
    {
        TimeUnit.Millisecond => 1,
        TimeUnit.Second => 1_000,
        TimeUnit.Minute => 60_000,
        TimeUnit.Hour => 3_600_000,
        TimeUnit.Day => 86_400_000,
        TimeUnit.Week => 7 * 86_400_000,
        _ => 0,
    };

    /// <summary>When the unit that holds a time begins.</summary>
    public static long Floor(TimeUnit unit, long time)
    {
        var date = TimeText.DateOf(time);
        return unit switch
        {
            TimeUnit.Week => Floor(time + (DayOfWeekOfEpoch * Length(TimeUnit.Day)), Length(unit)) - (DayOfWeekOfEpoch * Length(TimeUnit.Day)),
            TimeUnit.Month => Start(date.Year, date.Month),
            TimeUnit.Quarter => Start(date.Year, ((date.Month - 1) / 3 * 3) + 1),
            TimeUnit.Year => Start(date.Year, 1),
            _ => Floor(time, Length(unit)),
        };
    }

    /// <exception cref="InvalidValueException">The sum is not between the years 1 and 9999.</exception>
    public static long Add(TimeUnit unit, long count, long time)
    {
        if (Length(unit) is > 0 and var length)
            return TimeText.Of(TimeText.DateOf((long)Int128.Clamp(time + ((Int128)count * length), long.MinValue, long.MaxValue)));
        try
        {
            return TimeText.Of(TimeText.DateOf(time).AddMonths(checked((int)count * Months(unit))));
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidValueException("the time is not between the years 1 and 9999");
        }
    }

    /// <summary>Whole units from one time to another; negative if that is before.</summary>
    public static long Difference(TimeUnit unit, long from, long to)
    {
        if (Length(unit) is > 0 and var length)
            return (to - from) / length;
        if (to < from)
            return -Difference(unit, to, from);
        var (a, b) = (TimeText.DateOf(from), TimeText.DateOf(to));
        var months = ((b.Year - a.Year) * 12) + b.Month - a.Month;
        if (months > 0 && a.AddMonths(months) > b)
            months--;
        return months / Months(unit);
    }

    private static int Months(TimeUnit unit) => unit switch
    {
        TimeUnit.Month => 1,
        TimeUnit.Quarter => 3,
        _ => 12,
    };

    private static long Floor(long time, long length) => time - (((time % length) + length) % length);

    private static long Start(int year, int month) => TimeText.Of(new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc));
}
