using FlowLog.Flows;
using FlowLog.Query.Grouping;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>What a query adds up, each thing once.</summary>
/// <param name="keys">Columns of keys, which come before those of measures.</param>
internal sealed class Measures(int keys)
{
    private readonly List<Measure> _all = [];
    private readonly List<FlowField> _values = [];

    public IReadOnlyList<Measure> All => _all;

    /// <summary>Fields that are added up.</summary>
    public IReadOnlyList<FlowField> Values => _values;

    /// <summary>An aggregate function as the measure that it is; null if it is something else, or of something that cannot be added up.</summary>
    public Shown? Read(SqlExpression expression) => expression switch
    {
        Call { Function: "count", OfAll: true } => Of(MeasureKind.Count, null),
        Call { Function: "count", Arguments: [Number or Real or Text] } => Of(MeasureKind.Count, null),
        Call { Function: "count", Arguments: [Field field] } => Count(field.Value),
        Call { Function: "min", Arguments: [Field { Value.Kind: FieldKind.Number } field] } => Of(MeasureKind.Minimum, field.Value),
        Call { Function: "max", Arguments: [Field { Value.Kind: FieldKind.Number } field] } => Of(MeasureKind.Maximum, field.Value),
        Call { Function: "avg", Arguments: [Field { Value.Kind: FieldKind.Number } field] } => Of(MeasureKind.Average, field.Value),
        Call { Function: "sum", Arguments: [var value] } => Sum(value),
        _ => null,
    };

    private Shown.Value Of(MeasureKind kind, FlowField? field)
    {
        var value = field is null ? -1 : ValueOf(field);
        var measure = new Measure(kind, value);
        if (!_all.Contains(measure))
            _all.Add(measure);
        return new(keys + _all.IndexOf(measure), kind == MeasureKind.Average ? QueryType.Real : QueryType.Integer);
    }

    private int ValueOf(FlowField field)
    {
        if (!_values.Contains(field))
            _values.Add(field);
        return _values.IndexOf(field);
    }

    /// <summary>Records that have the field: those that have any of traffic, if that alone decides it.</summary>
    private Shown.Value? Count(FlowField field)
    {
        if (field.Kind == FieldKind.Text || field.HasNoneName)
            return null;
        if (!field.OfTraffic)
            return Of(MeasureKind.Count, null);
        return Of(MeasureKind.Count, field.Kind == FieldKind.Number ? field : FlowFields.Packets);
    }

    /// <summary>A sum, also of multiples, sums and differences of fields, which is the same of their sums.</summary>
    private Shown? Sum(SqlExpression value) => value switch
    {
        Field { Value.Kind: FieldKind.Number } field => Of(MeasureKind.Sum, field.Value),
        Operation { Operator: "*", Right: Number factor } product => Sum(product.Left) is { } sum ? Product(sum, factor) : null,
        Operation { Operator: "*", Left: Number factor } product => Sum(product.Right) is { } sum ? Product(sum, factor) : null,
        Operation { Operator: "+" or "-" } of when AreThereTogether(of) && Sum(of.Left) is { } left && Sum(of.Right) is { } right => new Shown.Arithmetic(of.Operator[0], left, right),
        _ => null,
    };

    private static Shown.Arithmetic Product(Shown sum, Number factor) => new('*', sum, new Shown.Constant(factor.Value, QueryType.Integer));

    /// <summary>Whether all fields in an expression have a value in the same records.</summary>
    private static bool AreThereTogether(SqlExpression expression) => FieldsOf(expression).Select(field => field.OfTraffic).Distinct().Count() == 1;

    private static IEnumerable<FlowField> FieldsOf(SqlExpression expression) =>
        expression is Field field ? [field.Value] : expression.Parts.SelectMany(FieldsOf);
}
