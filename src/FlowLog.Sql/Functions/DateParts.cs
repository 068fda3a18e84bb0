namespace FlowLog.Sql.Functions;

/// <summary>What was read of a time.</summary>
internal sealed class DateParts
{
    public int Year { get; set; } = 1970;

    public int Month { get; set; } = 1;

    public int Day { get; set; } = 1;

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public int Millisecond { get; set; }

    /// <summary>Whether %p said PM; null if it said nothing.</summary>
    public bool? IsAfternoon { get; set; }

    /// <summary>The time; null if there is no such day or hour.</summary>
    public DateTime? Date
    {
        get
        {
            var hour = IsAfternoon is { } afternoon ? (Hour % 12) + (afternoon ? 12 : 0) : Hour;
            var exists = Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month) && hour < 24 && Minute < 60 && Second < 60;
            return exists ? new DateTime(Year, Month, Day, hour, Minute, Second, Millisecond, DateTimeKind.Utc) : null;
        }
    }
}
