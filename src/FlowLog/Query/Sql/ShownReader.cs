using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Reads expressions of things that are known as what is shown. What it does not know is null.</summary>
/// <param name="known">The things that are known by themselves: keys and measures, or a field.</param>
internal sealed class ShownReader(Func<SqlExpression, Shown?> known)
{
    private static readonly ShownReader OfNothing = new(_ => null);

    /// <summary>An expression without any field; null if it is something else.</summary>
    public static Shown? Constant(SqlExpression expression) => OfNothing.Read(expression);

    public Shown? Read(SqlExpression expression) => known(expression) ?? expression switch
    {
        Number number => new Shown.Constant(number.Value, QueryType.Integer),
        Real real => new Shown.Constant(real.Value, QueryType.Real),
        Text text => new Shown.Constant(text.Value, QueryType.Text),
        Operation operation => Arithmetic(operation),
        Call { Function: "from_unixtime", Arguments: [var seconds] } => Time(seconds),
        Call { Function: "date_trunc", Arguments: [Text unit, var time] } => UnitOf(unit.Value) is { } length ? Truncated(time, length) : null,
        Call { Function: "date_format", Arguments: [var time, Text format] } => Formatted(time, format.Value),
        _ => null,
    };

    private Shown? Arithmetic(Operation operation)
    {
        if (operation.Operator is not ("+" or "-" or "*" or "/" or "%"))
            return null;
        if (Read(operation.Left) is not { } left || Read(operation.Right) is not { } right || left.Type == QueryType.Text || right.Type == QueryType.Text)
            return null;
        var shown = new Shown.Arithmetic(operation.Operator[0], left, right);
        if (shown is { Operator: '%', Type: QueryType.Real })
            return null;
        return shown.IsConstant ? Folded(shown) : shown;
    }

    private static Shown.Constant? Folded(Shown.Arithmetic constant)
    {
        try
        {
            return constant.Of([]) is { } value ? new(value, constant.Type) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Shown.Time? Time(SqlExpression seconds) =>
        Read(seconds) is { Type: QueryType.Integer, IsConstant: false } shown ? new(shown, 1, TimeFormat.Timestamp) : null;

    private Shown.Time? Truncated(SqlExpression time, long unit) =>
        Timestamp(time) is { } timestamp && (timestamp.Unit % unit == 0 || unit % timestamp.Unit == 0)
            ? timestamp with { Unit = Math.Max(unit, timestamp.Unit) }
            : null;

    private Shown.Time? Formatted(SqlExpression time, string format) =>
        Timestamp(time) is { } timestamp && TimeFormat.Read(format) is { } read ? timestamp with { Format = read } : null;

    /// <summary>A timestamp, or Unix seconds as one.</summary>
    private Shown.Time? Timestamp(SqlExpression time) =>
        Read(time) is Shown.Time shown ? shown.Format == TimeFormat.Timestamp ? shown : null : Time(time);

    private static long? UnitOf(string unit) => unit.ToLowerInvariant() switch
    {
        "second" => 1,
        "minute" => 60,
        "hour" => 3_600,
        "day" => 86_400,
        _ => null,
    };
}
