namespace FlowLog.Sql.Functions;

/// <summary>Functions that are called with OVER, all SQLite's.</summary>
internal static class WindowFunctions
{
    private const string Three = " FROM (VALUES (10), (20), (20)) ORDER BY 1 DESC LIMIT 1";

    public static readonly IReadOnlyList<SqlFunction> All =
    [
        Of("row_number", "", "The row's number in its window, from 1 on.", "row_number() OVER (ORDER BY column1)" + Three, "3"),
        Of("rank", "", "The same, where rows that are equal share the least.", "rank() OVER (ORDER BY column1)" + Three, "2"),
        Of("dense_rank", "", "The same without gaps.", "dense_rank() OVER (ORDER BY column1)" + Three, "2"),
        Of("percent_rank", "", "(rank - 1) / (rows - 1).", "percent_rank() OVER (ORDER BY column1)" + Three, "0.5"),
        Of("cume_dist", "", "The share of rows up to this one and its equals.", "cume_dist() OVER (ORDER BY column1)" + Three, "1.0"),
        Of("ntile", "n", "Which of n parts of about the same size the row lies in.", "ntile(2) OVER (ORDER BY column1)" + Three, "2"),
        Of("lag", "x[, n[, y]]", "x of the row n before, 1 if not given; y if there is none.", "lag(column1, 1, 0) OVER (ORDER BY column1)" + Three, "20"),
        Of("lead", "x[, n[, y]]", "x of the row n behind.", "lead(column1, 1, 0) OVER (ORDER BY column1)" + Three, "20"),
        Of("first_value", "x", "x of the window's first row.", "first_value(column1) OVER (ORDER BY column1)" + Three, "10"),
        Of("last_value", "x", "x of the window's last row.", "last_value(column1) OVER (ORDER BY column1)" + Three, "20"),
        Of("nth_value", "x, n", "x of the window's n-th row.", "nth_value(column1, 1) OVER (ORDER BY column1)" + Three, "10"),
    ];

    private static SqlFunction Of(string name, string arguments, string meaning, string example, string result) => new(name, arguments, meaning, example, result) { IsWindow = true, TakesNull = true };
}
