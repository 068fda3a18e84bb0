namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>The range that has all that was handed over.</summary>
internal static class SoakRange
{
    private const int SecondsPerHour = 3600;
    private const int HoursBefore = 24;

    /// <summary>As parameters: whole hours, from before the first packet.</summary>
    public static string UpTo(DateTimeOffset now)
    {
        var hour = now.ToUnixTimeSeconds() / SecondsPerHour * SecondsPerHour;
        return $"from={hour - (HoursBefore * SecondsPerHour)}&to={hour + SecondsPerHour}";
    }
}
