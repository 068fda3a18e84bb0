using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Sql.Table;

/// <summary>Comparisons of a column of whole numbers as ranges, as SQLite compares them: reals exactly.</summary>
internal static class NumberTest
{
    /// <summary>2^63, the first real number beyond all that a column holds.</summary>
    private const double Beyond = 9223372036854775808.0;

    /// <param name="value">A long, a double or a text; of a text nothing is said unless it is a whole number.</param>
    public static FlowPredicate Of(FlowField field, TestOperator test, object value) => value switch
    {
        long number => Of(field, test, number, number, true),
        double real => Of(field, test, real),
        string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Of(field, test, number, number, true),
        _ => FlowPredicate.All,
    };

    private static FlowPredicate Of(FlowField field, TestOperator test, double real)
    {
        if (real >= Beyond)
            return OfAll(field, test is TestOperator.Less or TestOperator.LessOrEqual or TestOperator.NotEqual);
        if (real < -Beyond)
            return OfAll(field, test is TestOperator.Greater or TestOperator.GreaterOrEqual or TestOperator.NotEqual);
        var floor = (long)Math.Floor(real);
        return Of(field, test, floor, floor == real ? floor : floor + 1, floor == real);
    }

    /// <param name="floor">The whole number that is not greater; <paramref name="ceiling"/> the one that is not less.</param>
    private static FlowPredicate Of(FlowField field, TestOperator test, long floor, long ceiling, bool isWhole) => test switch
    {
        TestOperator.Equal => isWhole ? FlowPredicate.Equal(field, floor) : FlowPredicate.None,
        TestOperator.NotEqual => isWhole ? new Not(FlowPredicate.Equal(field, floor)) : OfAll(field, true),
        TestOperator.Greater => floor == long.MaxValue ? FlowPredicate.None : FlowPredicate.Between(field, floor + 1, long.MaxValue),
        TestOperator.GreaterOrEqual => FlowPredicate.Between(field, ceiling, long.MaxValue),
        TestOperator.Less => ceiling == long.MinValue ? FlowPredicate.None : FlowPredicate.Between(field, long.MinValue, ceiling - 1),
        TestOperator.LessOrEqual => FlowPredicate.Between(field, long.MinValue, floor),
        _ => FlowPredicate.All,
    };

    private static FlowPredicate OfAll(FlowField field, bool all) =>
        all ? new NumberIn(field, [new ColumnRange(long.MinValue, long.MaxValue)]) : FlowPredicate.None;
}
