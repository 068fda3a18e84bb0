namespace FlowLog.Sql.Functions;

/// <summary>Functions that choose, all SQLite's.</summary>
internal static class ChoiceFunctions
{
    public static readonly IReadOnlyList<SqlFunction> All =
    [
        new("if", "condition, x[, y]", "x if the condition is met, else y; without y no value.", "if(443 = 443, 'https', 'other')", "https") { TakesNull = true },
        new("coalesce", "x, y, …", "The first that is a value.", "coalesce(NULL, 'none')", "none") { TakesNull = true },
        new("ifnull", "x, y", "x, or y if x is no value.", "ifnull(NULL, 0)", "0") { TakesNull = true },
        new("nullif", "x, y", "x, but no value if it equals y.", "nullif(5, 5)", "NULL") { TakesNull = true },
        new("iif", "condition, x, y", "The same as if.", "iif(1 > 2, 'a', 'b')", "b") { TakesNull = true },
        new("typeof", "x", "integer, real, text, or null.", "typeof(1.5)", "real") { TakesNull = true },
        new("like", "pattern, x", "What x LIKE pattern calls.", "'eth0' LIKE 'eth%'", "1"),
        new("glob", "pattern, x", "What x GLOB pattern calls: * and ? as in file names.", "'10.0.0.1' GLOB '10.*'", "1"),
    ];
}
