namespace FlowLog.Sql.Functions;

/// <summary>Functions that take many rows to one value. Rows where the argument is no value do not count.</summary>
internal static class AggregateFunctions
{
    private const string Numbers = " FROM (VALUES (1), (2), (2), (7))";
    private const string Pairs = " FROM (VALUES ('web', 3), ('dns', 9))";

    public static readonly IReadOnlyList<SqlFunction> All =
    [
        Native("count", "[x]", "Rows; count(x) those where x is a value, count(DISTINCT x) the different ones.", "count(*)" + Numbers, "4"),
        Native("sum", "x", "Sum; no value of no rows. A sum of whole numbers beyond 2^63-1 is an error.", "sum(column1)" + Numbers, "12"),
        Native("total", "x", "Sum as a real number, 0.0 of no rows.", "total(column1)" + Numbers, "12.0"),
        Native("avg", "x", "Mean, a real number.", "avg(column1)" + Numbers, "3.0"),
        Native("min", "x", "The least. With several arguments as least.", "min(column1)" + Numbers, "1"),
        Native("max", "x", "The greatest. With several arguments as greatest.", "max(column1)" + Numbers, "7"),
        Native("group_concat", "x[, separator]", "The texts one after the other, with commas or a separator between.", "group_concat(column1, ' ')" + Numbers, "1 2 2 7"),
        Native("string_agg", "x, separator", "The same.", "string_agg(column1, '-')" + Numbers, "1-2-2-7"),
        Own("count_if", "condition", "Rows that meet the condition.", "count_if(column1 > 1)" + Numbers, "3", () => new CountIf()),
        Own("approx_distinct", "x[, error]", "Different values. Exact up to 4,096; beyond that the standard error is 1.6 %.", "approx_distinct(column1)" + Numbers, "3", () => new DistinctCount()),
        Own("approx_percentile", "x, share", "The value that the share, 0 to 1, of the rows does not exceed. Exact up to 4,096 rows; beyond that its rank is within 1 % of the rows, and nearer at both ends.", "approx_percentile(column1, 0.5)" + Numbers, "2", () => new Percentile()),
        Own("min_by", "x, y", "x of the row with the least y.", "min_by(column1, column2)" + Pairs, "web", () => new BestBy(-1)),
        Own("max_by", "x, y", "x of the row with the greatest y.", "max_by(column1, column2)" + Pairs, "dns", () => new BestBy(1)),
        Own("arbitrary", "x", "The x of one row.", "arbitrary(column1) FROM (VALUES (NULL), (5))", "5", () => new Arbitrary()),
        Own("any_value", "x", "The same.", "any_value(column1) FROM (VALUES (5))", "5", () => new Arbitrary()),
        Own("variance", "x", "Variance of a sample; no value of one row.", "variance(column1) FROM (VALUES (2), (4), (6))", "4.0", () => new Moments(isSample: true, isRoot: false)),
        Own("var_samp", "x", "The same.", "var_samp(column1) FROM (VALUES (2), (4), (6))", "4.0", () => new Moments(isSample: true, isRoot: false)),
        Own("var_pop", "x", "Variance of all.", "var_pop(column1) FROM (VALUES (2), (6))", "4.0", () => new Moments(isSample: false, isRoot: false)),
        Own("stddev", "x", "Standard deviation of a sample.", "stddev(column1) FROM (VALUES (2), (4), (6))", "2.0", () => new Moments(isSample: true, isRoot: true)),
        Own("stddev_samp", "x", "The same.", "stddev_samp(column1) FROM (VALUES (2), (4), (6))", "2.0", () => new Moments(isSample: true, isRoot: true)),
        Own("stddev_pop", "x", "Standard deviation of all.", "stddev_pop(column1) FROM (VALUES (2), (6))", "2.0", () => new Moments(isSample: false, isRoot: true)),
        Own("geometric_mean", "x", "The n-th root of the product of n positive numbers.", "round(geometric_mean(column1), 6) FROM (VALUES (2), (8))", "4.0", () => new GeometricMean()),
        Own("bool_and", "condition", "1 if all rows meet it, else 0.", "bool_and(column1 > 0)" + Numbers, "1", () => new Truth(all: true)),
        Own("bool_or", "condition", "1 if a row meets it, else 0.", "bool_or(column1 > 7)" + Numbers, "0", () => new Truth(all: false)),
        Own("bitwise_and_agg", "x", "Bits that all rows have.", "bitwise_and_agg(column1)" + Numbers, "0", () => new Bits(all: true)),
        Own("bitwise_or_agg", "x", "Bits that a row has, such as all tcp-flags seen.", "bitwise_or_agg(column1)" + Numbers, "7", () => new Bits(all: false)),
    ];

    private static SqlFunction Native(string name, string arguments, string meaning, string example, string result) =>
        new(name, arguments, meaning, example, result) { IsAggregate = true, TakesNull = true };

    private static SqlFunction Own(string name, string arguments, string meaning, string example, string result, Func<Aggregate> begin) =>
        new(name, arguments, meaning, example, result) { IsAggregate = true, Begin = begin };
}
