using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>A condition that SQLite leaves to the scan. It may let rows pass that SQLite then drops, but never the other way round.</summary>
/// <param name="IsList">Whether the right side is a list, one of which is to be met.</param>
internal sealed record ColumnTest(FlowField Field, TestOperator Operator, bool IsList)
{
    /// <summary>What a record shows where it has no value.</summary>
    public const string NoValue = "-";

    /// <summary>Whether the scan can take the condition over, for some values at least.</summary>
    public bool IsUseful => Field.Kind switch
    {
        FieldKind.Number => Operator != TestOperator.InCidr,
        FieldKind.Address => Operator is TestOperator.Equal or TestOperator.NotEqual or TestOperator.NotNull or TestOperator.InCidr,
        _ => Operator is TestOperator.Equal or TestOperator.NotEqual or TestOperator.NotNull,
    };

    /// <summary>Whether the rows that pass are exactly those that meet the condition with this right side.</summary>
    public bool IsExactFor(SqliteValue value) => !IsList && Operator switch
    {
        TestOperator.NotNull => true,
        TestOperator.InCidr => false,
        _ => value.Type == (Field.Kind == FieldKind.Number ? SqliteCodes.Integer : SqliteCodes.Text),
    };

    /// <summary>The predicate for a right side.</summary>
    public FlowPredicate With(SqliteValue value)
    {
        if (Operator == TestOperator.NotNull)
            return HasValue();
        if (IsList)
            return FlowPredicate.Or(SqliteList.Of(value).Select(One));
        return One(value.Plain);
    }

    private FlowPredicate One(object? value) => Field.Kind switch
    {
        _ when value is null => FlowPredicate.None,
        FieldKind.Number => NumberTest.Of(Field, Operator, value),
        _ when value is not string => FlowPredicate.All,
        FieldKind.Address when Operator == TestOperator.InCidr => InCidr((string)value),
        _ when Operator == TestOperator.NotEqual => FlowPredicate.And(HasValue(), new Not(Equal((string)value))),
        _ => Equal((string)value),
    };

    private FlowPredicate Equal(string text) => Field.Kind switch
    {
        FieldKind.Address => IpAddress.TryParse(text, out var address) && address.ToString() == text ? FlowPredicate.Equal(Field, address) : FlowPredicate.None,
        FieldKind.Name => FlowPredicate.In(Field, Enumerable.Range(0, Field.Names.Count).Where(name => Field.Names[name] == text && text != NoValue).Select(name => (long)name)),
        _ => text is "" or NoValue ? FlowPredicate.None : FlowPredicate.Equal(Field, text),
    };

    private FlowPredicate InCidr(string text) => Cidr.TryParse(text, out var block, trim: true) ? FlowPredicate.Within(Field, block) : FlowPredicate.All;

    private FlowPredicate HasValue() => Field.Kind switch
    {
        FieldKind.Text => new Not(new TextIn(Field, ["", NoValue])),
        FieldKind.Name => FlowPredicate.In(Field, Enumerable.Range(0, Field.Names.Count).Where(name => Field.Names[name] != NoValue).Select(name => (long)name)),
        FieldKind.Address => FlowPredicate.Within(Field, Cidr.Parse("0.0.0.0/0"), Cidr.Parse("::/0")),
        _ => FlowPredicate.Between(Field, long.MinValue, long.MaxValue),
    };
}
