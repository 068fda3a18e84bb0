using NCrontab;

namespace FlowLogFunctions.LocalHost.Timers;

/// <summary>A schedule of six fields, seconds first, in UTC as in Azure.</summary>
internal sealed class TimerSchedule(CrontabSchedule schedule)
{
    /// <exception cref="StartException">The text is no such schedule.</exception>
    public static TimerSchedule Parse(string function, string text) =>
        CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule
            ? new(schedule)
            : throw new StartException($"The function {function}: \"{text}\" is not a schedule of six fields.");

    /// <summary>The first occurrence after the given time.</summary>
    public DateTime NextAfter(DateTime utc) => DateTime.SpecifyKind(schedule.GetNextOccurrence(utc), DateTimeKind.Utc);
}
