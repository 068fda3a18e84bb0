using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>What a point of the time series counts.</summary>
/// <param name="Minute">Minutes since 1970 of the records' start.</param>
/// <param name="Protocol">IANA protocol number; 0 for records without traffic.</param>
public readonly record struct SeriesKey(long Minute, LogStatus Status, FlowAction Action, Direction Direction, byte Protocol)
    : IComparable<SeriesKey>
{
    /// <summary>By minute, then by the rest.</summary>
    public int CompareTo(SeriesKey other) => Minute != other.Minute ? Minute.CompareTo(other.Minute) : Kind.CompareTo(other.Kind);

    /// <summary>All but the minute as one number.</summary>
    internal int Kind => ((int)Status << 16) | ((int)Action << 12) | ((int)Direction << 8) | Protocol;

    internal static SeriesKey Of(long minute, int kind) =>
        new(minute, (LogStatus)(kind >> 16), (FlowAction)((kind >> 12) & 0xF), (Direction)((kind >> 8) & 0xF), (byte)kind);
}
