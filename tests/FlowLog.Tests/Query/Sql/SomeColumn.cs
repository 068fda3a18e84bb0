using System.Globalization;
using FlowLog.Flows;
using FlowLog.Tests.Query.Grouping;

namespace FlowLog.Tests.Query.Sql;

/// <summary>A record as a row of what a statement selects from.</summary>
/// <param name="Part">Which part of a UNION ALL it is from; 0 if there is none.</param>
internal readonly record struct SomeRow(FlowRecord Record, int Part);

/// <summary>A column that a statement may name, and the field that it is in each part.</summary>
internal sealed record SomeColumn(string Sql, params FlowField[] Fields)
{
    public FieldKind Kind => Fields[0].Kind;

    public object? Of(SomeRow row) => NaiveGroups.Value(row.Record, Fields[row.Part]);
}

/// <summary>Something that a statement tells or groups by, and its value.</summary>
internal sealed record SomeValue<T>(string Sql, Func<T, object?> Of);

/// <summary>How times are shown.</summary>
internal static class ShownTimes
{
    public static string? Timestamp(long? seconds) => Of(seconds, "yyyy-MM-dd HH:mm:ss.fff");

    public static string? Of(long? seconds, string format) =>
        seconds is { } time ? DateTimeOffset.FromUnixTimeSeconds(time).ToString(format, CultureInfo.InvariantCulture) : null;
}
