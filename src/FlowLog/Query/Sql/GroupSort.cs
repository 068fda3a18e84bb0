using FlowLog.Query.Grouping;

namespace FlowLog.Query.Sql;

/// <summary>What rows are sorted by.</summary>
internal static class GroupSort
{
    /// <returns>Null if something is not known, or is the same for all rows.</returns>
    public static IReadOnlyList<ShownSort>? Of(IReadOnlyList<SelectOrder> order, SelectNames names, ShownReader reader)
    {
        var sort = new List<ShownSort>();
        foreach (var by in order)
        {
            if (names.Order(by.Value) is not { } value || reader.Read(value) is not { IsConstant: false } shown)
                return null;
            sort.Add(new(shown, by.Descending));
        }

        return sort;
    }

    /// <summary>The same as columns of groups, keys and then measures.</summary>
    /// <returns>Null if something does not grow with one of them.</returns>
    public static IReadOnlyList<GroupOrder>? ByColumns(IReadOnlyList<ShownSort> sort, GroupKeys keys)
    {
        var columns = new List<GroupOrder>();
        for (var place = 0; place < sort.Count; place++)
        {
            var by = sort[place].Value;
            if ((keys.ColumnOf(by) is { } key ? (key, true) : GrowsWith(by)) is not { } growth)
                return null;
            // What shows several values as one leaves rows equal, for the next thing to sort them.
            if (!growth.IsStrict && place < sort.Count - 1)
                return null;
            columns.Add(new(growth.Column, sort[place].Descending));
        }

        return columns;
    }

    /// <summary>The column with which a value grows or stays, if it depends on one only.</summary>
    private static (int Column, bool IsStrict)? GrowsWith(Shown shown) => shown switch
    {
        Shown.Value value => (value.Column, true),
        Shown.Time { Format.Stretch: { } stretch } time when GrowsWith(time.Seconds) is { } growth => (growth.Column, growth.IsStrict && stretch == 1 && time.Unit == 1),
        Shown.Arithmetic { Operator: '+' or '-', Right: Shown.Constant } sum => Whole(sum, GrowsWith(sum.Left)),
        Shown.Arithmetic { Operator: '+', Left: Shown.Constant } sum => Whole(sum, GrowsWith(sum.Right)),
        Shown.Arithmetic { Operator: '*', Right: Shown.Constant factor } product when IsPositive(factor) => Whole(product, GrowsWith(product.Left)),
        Shown.Arithmetic { Operator: '*', Left: Shown.Constant factor } product when IsPositive(factor) => Whole(product, GrowsWith(product.Right)),
        Shown.Arithmetic { Operator: '/', Right: Shown.Constant divisor } quotient when IsPositive(divisor) => GrowsWith(quotient.Left) is { } growth ? (growth.Column, false) : null,
        _ => null,
    };

    /// <summary>Real numbers round, so that close ones can become equal.</summary>
    private static (int Column, bool IsStrict)? Whole(Shown shown, (int Column, bool IsStrict)? growth) =>
        growth is { } known ? (known.Column, known.IsStrict && shown.Type == QueryType.Integer) : null;

    private static bool IsPositive(Shown.Constant constant) => constant.Fixed is > 0L or > 0.0;
}
