using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Reads HAVING. What it does not know is null.</summary>
internal sealed class ShownTestReader(ShownReader values)
{
    public ShownTest? Read(SqlExpression condition) => condition switch
    {
        Operation { Operator: "AND" } and => Read(and.Left) is { } left && Read(and.Right) is { } right ? new ShownTest.Both(left, right) : null,
        Operation { Operator: "OR" } or => Read(or.Left) is { } left && Read(or.Right) is { } right ? new ShownTest.Either(left, right) : null,
        Operation { Operator: "=" or "<>" or "<" or "<=" or ">" or ">=" } test => Comparison(test.Operator, test.Left, test.Right),
        Negation not => Read(not.Value) is { } test ? new ShownTest.Opposite(test) : null,
        IsNull missing => values.Read(missing.Value) is { } value ? new ShownTest.IsMissing(value) : null,
        Between between => Comparison(">=", between.Value, between.Low) is { } low && Comparison("<=", between.Value, between.High) is { } high ? new ShownTest.Both(low, high) : null,
        In choices => OneOf(choices),
        _ => null,
    };

    private ShownTest? OneOf(In choices)
    {
        ShownTest? any = null;
        foreach (var choice in choices.Choices)
        {
            if (Comparison("=", choices.Value, choice) is not { } one)
                return null;
            any = any is null ? one : new ShownTest.Either(any, one);
        }

        return any;
    }

    private ShownTest.Comparison? Comparison(string comparison, SqlExpression left, SqlExpression right)
    {
        if (values.Read(left) is not { } one || values.Read(right) is not { } other)
            return null;
        return (one.Type == QueryType.Text) == (other.Type == QueryType.Text) ? new(comparison, one, other) : null;
    }
}
