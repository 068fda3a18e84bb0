namespace FlowLog.Query;

/// <summary>The words of a query that are no names, for editors that offer them.</summary>
public static class QueryKeywords
{
    /// <summary>Of searches.</summary>
    public static readonly IReadOnlyList<string> Search = ["and", "or", "not", "in"];

    /// <summary>Of SQL; those of statements that are refused are not among them.</summary>
    public static readonly IReadOnlyList<string> Sql =
    [
        "SELECT", "DISTINCT", "AS", "FROM", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "ASC", "DESC", "NULLS FIRST", "NULLS LAST", "LIMIT", "OFFSET",
        "AND", "OR", "NOT", "IN", "BETWEEN", "LIKE", "ESCAPE", "GLOB", "IS NULL", "IS NOT NULL", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END",
        "JOIN", "INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN", "ON", "USING", "UNION", "UNION ALL", "INTERSECT", "EXCEPT", "WITH", "RECURSIVE", "VALUES",
        "OVER", "PARTITION BY", "ROWS", "RANGE", "UNBOUNDED PRECEDING", "CURRENT ROW", "UNBOUNDED FOLLOWING", "FILTER", "CAST", "TRY_CAST", "EXTRACT", "UNNEST",
        "NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIMESTAMP", "INTERVAL",
    ];
}
