using FlowLog.Flows;
using FlowLog.Scan;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Conditions of SQL on fields as predicates on columns, in three values both. What has no certain counterpart is null.</summary>
internal static class Conditions
{
    public static FlowPredicate? Of(SqlExpression condition) => condition switch
    {
        Operation { Operator: "AND" } and => Parts(and) is { } parts ? Together(parts) : null,
        Operation { Operator: "OR" } or => Parts(or) is { } parts ? FlowPredicate.Or(parts) : null,
        Operation { Operator: "LIKE" } like => like is { Left: Field { Value.Kind: FieldKind.Address } field, Right: Text pattern } ? AddressPattern.Of(field.Value, pattern.Value) : null,
        Operation comparison => Comparison(comparison),
        Negation not => Of(not.Value) is { } value ? new Not(value) : null,
        IsNull { Value: Field field } => new Not(new HasValue(field.Value)),
        Between { Value: Field field } between => Between(field.Value, between),
        In { Value: Field field } choices => OneOf(field.Value, choices.Choices),
        Call { Function: "ip_in_cidr", Arguments: [Field { Value.Kind: FieldKind.Address } field, Text block] } => Block(field.Value, block.Value),
        Number number => number.Value != 0 ? FlowPredicate.All : FlowPredicate.None,
        _ => null,
    };

    /// <summary>All of some conditions, those that are all of others by their parts: scans ask the cheapest first.</summary>
    public static FlowPredicate Together(params IReadOnlyList<FlowPredicate> conditions)
    {
        List<FlowPredicate> parts = [.. conditions.SelectMany(condition => condition is AllOf all ? all.Parts : [condition])];
        return parts switch
        {
            [] => FlowPredicate.All,
            [var only] => only,
            _ => FlowPredicate.And(parts),
        };
    }

    /// <summary>What stands between operators of one kind.</summary>
    private static List<FlowPredicate>? Parts(Operation operation)
    {
        var parts = new List<FlowPredicate>();
        foreach (var side in operation.Parts)
        {
            var more = side is Operation same && same.Operator == operation.Operator ? Parts(same) : Of(side) is { } part ? [part] : null;
            if (more is null)
                return null;
            parts.AddRange(more);
        }

        return parts;
    }

    private static FlowPredicate? Comparison(Operation comparison) => (comparison.Left, comparison.Right) switch
    {
        (Field field, var value) => Comparison(field.Value, comparison.Operator, value),
        (var value, Field field) => Comparison(field.Value, Turned(comparison.Operator), value),
        var (left, right) => Whole(left) is { } one && Whole(right) is { } other ? OfConstants(one, comparison.Operator, other) : null,
    };

    private static FlowPredicate? Comparison(FlowField field, string comparison, SqlExpression value)
    {
        if (comparison == "=")
            return OneOf(field, [value]);
        if (comparison == "<>")
            return OneOf(field, [value]) is { } equal ? new Not(equal) : null;
        if (field.Kind != FieldKind.Number || Whole(value) is not { } number)
            return null;
        return comparison switch
        {
            "<=" => FlowPredicate.Between(field, long.MinValue, number),
            ">=" => FlowPredicate.Between(field, number, long.MaxValue),
            "<" => FlowPredicate.Between(field, long.MinValue, number - 1),
            ">" when number < long.MaxValue => FlowPredicate.Between(field, number + 1, long.MaxValue),
            ">" => FlowPredicate.In(field),
            _ => null,
        };
    }

    private static FlowPredicate? Between(FlowField field, Between between) =>
        field.Kind == FieldKind.Number && Whole(between.Low) is { } low && Whole(between.High) is { } high ? FlowPredicate.Between(field, low, high) : null;

    private static FlowPredicate? OneOf(FlowField field, IReadOnlyList<SqlExpression> choices)
    {
        if (field.Kind == FieldKind.Number)
        {
            var numbers = choices.Select(Whole).ToList();
            return numbers.Contains(null) ? null : FlowPredicate.In(field, numbers.Select(number => number!.Value));
        }

        if (choices.Any(choice => choice is not Text))
            return null;
        var texts = choices.Select(choice => ((Text)choice).Value).ToList();
        return field.Kind switch
        {
            FieldKind.Name => FlowPredicate.In(field, Enumerable.Range(0, field.Names.Count).Where(name => texts.Contains(field.Names[name])).Select(name => (long)name)),
            FieldKind.Address => FlowPredicate.Within(field, texts.Where(IsAddress).Select(Cidr.Parse)),
            _ => new TextIn(field, texts),
        };
    }

    /// <summary>Whether a text is how an address is shown; others are equal to none.</summary>
    private static bool IsAddress(string text) => IpAddress.TryParse(text, out var address) && address.ToString() == text;

    private static FlowPredicate? Block(FlowField field, string text) => Cidr.TryParse(text, out var block, trim: true) ? FlowPredicate.Within(field, block) : null;

    private static long? Whole(SqlExpression value) => ShownReader.Constant(value) is Shown.Constant { Fixed: long whole } ? whole : null;

    private static string Turned(string comparison) => comparison switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => comparison,
    };

    private static FlowPredicate? OfConstants(long one, string comparison, long other)
    {
        bool? isMet = comparison switch
        {
            "=" => one == other,
            "<>" => one != other,
            "<" => one < other,
            "<=" => one <= other,
            ">" => one > other,
            ">=" => one >= other,
            _ => null,
        };
        return isMet is { } met ? met ? FlowPredicate.All : FlowPredicate.None : null;
    }
}
