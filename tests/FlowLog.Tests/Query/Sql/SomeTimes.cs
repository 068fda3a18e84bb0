using System.Globalization;

namespace FlowLog.Tests.Query.Sql;

/// <summary>How times are shown.</summary>
internal static class SomeTimes
{
    public static string? Timestamp(long? seconds) => Of(seconds, "yyyy-MM-dd HH:mm:ss.fff");

    public static string? Of(long? seconds, string format) =>
        seconds is { } time ? DateTimeOffset.FromUnixTimeSeconds(time).ToString(format, CultureInfo.InvariantCulture) : null;
}
