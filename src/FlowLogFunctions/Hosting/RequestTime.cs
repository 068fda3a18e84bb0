using System.Globalization;

namespace FlowLogFunctions.Hosting;

/// <summary>Times in requests: ISO 8601 with a zone, UTC if there is none, or Unix seconds.</summary>
internal static class RequestTime
{
    public const string Complaint = "must be a time from 1970 to 9998 such as 2026-11-22T09:30:00Z, or Unix seconds.";

    /// <summary>The end of the year 9998: what follows a time must be one too.</summary>
    public const long LastSecond = 253_370_764_799;

    public static DateTimeOffset? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        // A plus sign in a query that nobody escaped arrives as a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && text.Contains('T') && time.ToUnixTimeSeconds() is >= 0 and <= LastSecond)
            return time.ToUniversalTime();
        return null;
    }
}
