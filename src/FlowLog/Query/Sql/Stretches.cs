namespace FlowLog.Query.Sql;

/// <summary>
/// Finds out whether a number, as it is shown, is one value for each stretch of numbers from a multiple of a length on, and a greater
/// one for the next stretch. Then records can be put into groups by stretches.
/// </summary>
internal static class Stretches
{
    /// <param name="shown">Of one column, which is a number from 0 on.</param>
    /// <returns>The stretches' length; null if it is not so.</returns>
    public static long? LengthOf(Shown shown) => shown switch
    {
        Shown.Value => 1,
        Shown.Time { Format.Stretch: { } stretch } time => Common(PlainLengthOf(time.Seconds), Common(time.Unit, stretch)) ?? (time is { Unit: 1, Format.Stretch: 1 } ? LengthOf(time.Seconds) : null),
        Shown.Arithmetic { Operator: '-', Left: var value, Right: Shown.Arithmetic { Operator: '%', Left: var same, Right: Shown.Constant { Fixed: > 0L } length } } when value == same =>
            Common(PlainLengthOf(value), (long)length.Fixed),
        Shown.Arithmetic { Operator: '/', Right: Shown.Constant { Fixed: > 0L } length } quotient => Common(PlainLengthOf(quotient.Left), (long)length.Fixed),
        Shown.Arithmetic { Operator: '*', Right: Shown.Constant { Fixed: > 0L } } product => LengthOf(product.Left),
        Shown.Arithmetic { Operator: '*', Left: Shown.Constant { Fixed: > 0L } } product => LengthOf(product.Right),
        Shown.Arithmetic { Operator: '+' or '-', Right: Shown.Constant { Fixed: long } } sum => LengthOf(sum.Left),
        Shown.Arithmetic { Operator: '+', Left: Shown.Constant { Fixed: long } } sum => LengthOf(sum.Right),
        _ => null,
    };

    /// <summary>The same of what shows the number itself at the start of a stretch.</summary>
    private static long? PlainLengthOf(Shown shown) => shown switch
    {
        Shown.Value => 1,
        Shown.Arithmetic { Operator: '-', Right: Shown.Arithmetic { Operator: '%' } } difference when PlainLengthOf(difference.Left) is not null => LengthOf(difference),
        Shown.Arithmetic { Operator: '*', Left: Shown.Arithmetic { Operator: '/' } quotient, Right: var length } product
            when quotient.Right == length && PlainLengthOf(quotient.Left) is not null => LengthOf(product) is { } stretch && stretch % (long)((Shown.Constant)length).Fixed == 0 ? stretch : null,
        _ => null,
    };

    /// <summary>Stretches of both lengths, if one is a multiple of the other.</summary>
    private static long? Common(long? one, long? other)
    {
        if (one is not { } a || other is not { } b)
            return null;
        return a % b == 0 ? a : b % a == 0 ? b : null;
    }
}
